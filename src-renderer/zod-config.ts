import { z } from 'zod';

// Zod compiles schemas with `new Function` unless told otherwise; the page's content security policy forbids that.
z.config({ jitless: true });
