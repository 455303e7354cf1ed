namespace ImageStreams.Tool;

/// <summary>The exception for a command that cannot be carried out; the message is for the user.</summary>
internal sealed class ToolException(int exitCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The exit code of the process.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Creates the exception for a wrong command line.</summary>
    public static ToolException Usage(string message) => new(ToolExitCode.Usage, message);

    /// <summary>Creates the exception for something that could not be done.</summary>
    public static ToolException Failed(string message, Exception? innerException = null) =>
        new(ToolExitCode.Failed, message, innerException);
}
