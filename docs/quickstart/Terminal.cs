namespace ImageStreams.Quickstart;

/// <summary>What the program's output goes to.</summary>
internal static class Terminal
{
    /// <summary>Whether colours help the reader: on a terminal that has them, unless NO_COLOR is set.</summary>
    public static bool HasColor =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
