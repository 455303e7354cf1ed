namespace ImageStreams.Tests.Recordings;

/// <summary>A synthetic recording for the tests of the replay; it is in the repository, unlike those of a real server.</summary>
internal static class SampleRecording
{
    public const string Name = "first-steps";

    public static IReadOnlyList<Exchange> Read() =>
        ExchangeReader.Read(Path.Combine(AppContext.BaseDirectory, "Recordings", Name + ".jsonl"));
}
