namespace ImageStreams.Fuzz;

/// <summary>Makes a failing input shorter, as long as it throws the same type of exception.</summary>
internal static class Minimizer
{
    private const int MaxTries = 4000;

    public static byte[] Minimize(FuzzTarget target, byte[] input, Exception thrown)
    {
        var tries = MaxTries;
        for (var chunk = Math.Max(1, input.Length / 2); chunk > 0 && tries > 0; chunk /= 2)
        {
            input = RemoveChunks(target, input, chunk, thrown, ref tries);
        }

        return input;
    }

    private static byte[] RemoveChunks(FuzzTarget target, byte[] input, int chunk, Exception thrown, ref int tries)
    {
        for (var at = 0; at < input.Length && tries-- > 0;)
        {
            byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(at + chunk, input.Length))];
            if (target.Try(shorter)?.GetType() == thrown.GetType())
            {
                input = shorter;
            }
            else
            {
                at += chunk;
            }
        }

        return input;
    }
}
