namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Hostile servers run alone, because the memory of the process is measured.</summary>
[CollectionDefinition(nameof(HostileServerTests), DisableParallelization = true)]
public sealed class HostileServerCollection;
