using ImageStreams.Conformance.Suites;

namespace ImageStreams.Conformance;

/// <summary>The suites that are implemented.</summary>
public static class SuiteCatalog
{
    private static readonly ISuite[] Suites =
    [
        new BuildChainSuite(),
        new EventsSuite(),
        new FollowSuite(),
        new ImportNeedSuite(),
        new LookupSuite(),
        new ManifestSuite(),
        new NamesSuite(),
        new PrioritizeSuite(),
        new ReferenceSuite(),
        new ResolveSuite(),
        new StrategySuite(),
        new TagPolicySuite(),
        new TriggerAnnotationSuite(),
        new TriggerBuildConfigSuite(),
        new TriggerDeploymentConfigSuite(),
        new ValidateSuite(),
        new WireSuite(),
    ];

    /// <summary>The suite of a name, or null if it is not implemented.</summary>
    public static ISuite? Find(string name) => Array.Find(Suites, suite => suite.Name == name);
}
