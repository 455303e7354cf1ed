namespace ImageStreams.Tests.TestingServer;

/// <summary>A test that reads the recordings of a real server, which are next to the clone and not in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterRecordingsFactAttribute : FactAttribute
{
    public ClusterRecordingsFactAttribute() =>
        Skip = Directory.Exists(ClusterRecordings.Folder) ? null : $"No recordings in {ClusterRecordings.Folder}.";
}
