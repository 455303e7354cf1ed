using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>Surroundings for tests that run no command.</summary>
internal static class TestEnvironment
{
    public static ToolEnvironment Silent => new() { In = Stream.Null, Out = TextWriter.Null, Error = TextWriter.Null };
}
