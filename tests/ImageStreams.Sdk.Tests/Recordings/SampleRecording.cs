namespace ImageStreams.Tests.Recordings;

/// <summary>A recording made up for the tests of the replay: it comes with the clone, unlike those of a real server.</summary>
internal static class SampleRecording
{
    public const string Name = "first-steps";

    public static IReadOnlyList<Exchange> Read() =>
        ExchangeReader.Read(Path.Combine(AppContext.BaseDirectory, "Recordings", Name + ".jsonl"));
}
