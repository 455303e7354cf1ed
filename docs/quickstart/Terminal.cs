namespace ImageStreams.Quickstart;

/// <summary>The terminal that the program writes to.</summary>
internal static class Terminal
{
    /// <summary>True if the output is a terminal with colors, and NO_COLOR is not set.</summary>
    public static bool HasColor =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
