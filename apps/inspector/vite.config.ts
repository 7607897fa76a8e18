/**
 * The viewer as one script and one style sheet with fixed names: the inspector
 * serves them, and puts both inside a recording that is saved as a page.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    lib: {
      entry: 'src/viewer/main.tsx',
      formats: ['iife'],
      name: 'viewer',
      fileName: () => 'viewer.js',
      cssFileName: 'viewer',
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});
