import type { NextConfig } from 'next';

const config: NextConfig = {
  // The workspace's own packages are TypeScript files, not built ones.
  transpilePackages: ['@four-roles/protocol', '@four-roles/runtime'],
  // A native module: it is loaded by Node.js, not bundled.
  serverExternalPackages: ['better-sqlite3'],
  // Its lines would show codes and states: they are in the addresses of requests.
  logging: { incomingRequests: false },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
};

export default config;
