namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>The tests that build: one after the other, all with the same packages.</summary>
[CollectionDefinition("builds")]
public sealed class BuildsCollection : ICollectionFixture<PackedFeed>;
