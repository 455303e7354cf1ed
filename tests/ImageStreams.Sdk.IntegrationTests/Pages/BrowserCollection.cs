namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Tests that share one browser, each with a tab of its own.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
