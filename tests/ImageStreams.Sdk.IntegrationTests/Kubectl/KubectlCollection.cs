namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>The tests that run kubectl share the servers, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class KubectlCollection : ICollectionFixture<KubectlServers>
{
    public const string Name = "kubectl";
}
