namespace ImageStreams.Tests.Recordings;

/// <summary>A test that reads the recordings of a real server, which are next to the clone and not in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordingsFactAttribute : FactAttribute
{
    public RecordingsFactAttribute() =>
        Skip = Directory.Exists(Scenario.Folder) ? null : $"No recordings in {Scenario.Folder}.";
}
