using ImageStreams.Registries;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Registries.PullSources;

namespace ImageStreams.Tests.Registries;

/// <summary>Rules from the objects of a cluster, as its API gives them.</summary>
public sealed class ClusterRulesTests
{
    private const string DigestSet = """
        {"kind":"ImageDigestMirrorSet","apiVersion":"config.openshift.io/v1","metadata":{"name":"d"},"spec":{"imageDigestMirrors":[{"source":"quay.io/team","mirrors":["m.example/d"],"mirrorSourcePolicy":"NeverContactSource"}]},"status":{"later":true}}
        """;

    private const string TagSet = """
        {"kind":"ImageTagMirrorSet","apiVersion":"config.openshift.io/v1","metadata":{"name":"t"},"spec":{"imageTagMirrors":[{"source":"quay.io/other","mirrors":["m.example/t","-92</asfg","*.example.com"],"new":1},{"source":"quay.io/none"}]}}
        """;

    private const string ContentPolicy = """
        {"kind":"ImageContentSourcePolicy","apiVersion":"operator.openshift.io/v1alpha1","metadata":{"name":"c"},"spec":{"repositoryDigestMirrors":[{"source":"quay.io/old","mirrors":["m.example/c"]}]}}
        """;

    private const string Config = """
        {"kind":"Image","apiVersion":"config.openshift.io/v1","metadata":{"name":"cluster"},"spec":{"allowedRegistriesForImport":[{"domainName":"quay.io"}],"registrySources":{"insecureRegistries":["m.example"],"blockedRegistries":["*.bad.example","no registry"],"containerRuntimeSearchRegistries":["quay.io"]},"additionalTrustedCA":{"name":"ca"}},"status":{"internalRegistryHostname":"a:5000"}}
        """;

    private static RegistryPolicy Cluster => new(RegistryRules.From(
    [
        ImageStreamJson.Deserialize<ImageDigestMirrorSet>(DigestSet), ImageStreamJson.Deserialize<ImageTagMirrorSet>(TagSet),
        ImageStreamJson.Deserialize<ImageContentSourcePolicy>(ContentPolicy), ImageStreamJson.Deserialize<ClusterImageConfig>(Config),
    ]));

    [Fact]
    public void From_DigestMirrorSet_ServesDigestsAndMayForbidTheSource() => Assert.Equal(
        ["m.example/d/app"], Cluster.GetPullSources(Repository("quay.io/team/app"), Digest).Contacted());

    [Fact]
    public void From_TagMirrorSet_ServesTags() => Assert.Equal(
        ["m.example/t/app", "quay.io/other/app"], Cluster.GetPullSources(Repository("quay.io/other/app"), "1").Contacted());

    [Fact]
    public void From_ContentSourcePolicy_ServesDigests()
    {
        Assert.Equal(["m.example/c/app", "quay.io/old/app"], Cluster.GetPullSources(Repository("quay.io/old/app"), Digest).Contacted());
        Assert.Equal(["quay.io/old/app"], Cluster.GetPullSources(Repository("quay.io/old/app"), "1").Contacted());
    }

    [Fact]
    public void From_Config_BlocksTrustsAndAllows()
    {
        Assert.True(Cluster.GetPullSources(Repository("quay.io/old/app"), Digest).Eligible.First().Repository.Insecure);
        Assert.Equal(PullSourceExclusionReason.NotAllowedForImport, Cluster.GetPullSources(Repository("a.bad.example/app"), "1").Sources[0].ExclusionReason);
        Assert.Equal("*.bad.example", Cluster.Rules.Blocked.Single().ToString());
    }

    [Fact]
    public void From_InvalidEntries_AreIgnoredAndNamed() => Assert.Equal(
        [
            "ImageTagMirrorSet t: mirror '-92</asfg' is not a registry, namespace or repository.",
            "ImageTagMirrorSet t: mirror '*.example.com' is a wildcard.",
            "ImageTagMirrorSet t: quay.io/none has no mirror besides itself.",
            "blockedRegistries 'no registry' is not a registry, namespace or repository.",
        ],
        Cluster.Rules.Ignored);

    [Fact]
    public void From_AnotherKind_IsRefused() => Assert.StartsWith(
        "ImageStream has no registry rules.",
        Assert.Throws<ArgumentException>(() => RegistryRules.From([ImageStream.Default])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void From_InvalidEntriesOfAConfig_AreNamedWithTheirField() => Assert.Equal(
        [
            "insecureRegistries 'in secure' is not a registry, namespace or repository.",
            "allowedRegistries 'al lowed' is not a registry, namespace or repository.",
            "allowedRegistriesForImport 'a:b:c' is not a host with an optional port.",
        ],
        Policy("""{"registrySources":{"insecureRegistries":["in secure"],"allowedRegistries":["al lowed"]},"allowedRegistriesForImport":[{"domainName":"a:b:c"}]}""").Rules.Ignored);

    [Fact]
    public void From_TwoConfigsWithLists_StillAllowOnlyTheirs()
    {
        var config = ImageStreamJson.Deserialize<ClusterImageConfig>(
            """{"kind":"Image","apiVersion":"config.openshift.io/v1","metadata":{"name":"cluster"},"spec":{"registrySources":{"allowedRegistries":["a.io"]},"allowedRegistriesForImport":[{"domainName":"a.io"}]}}""");

        var rules = RegistryRules.From([config, config]);

        Assert.True(rules.AllowedOnly && rules.AllowedForImportOnly);
    }

    [Fact]
    public void And_TwoSets_HoldBoth()
    {
        var own = new RegistryRules { Mirrors = [Rule("quay.io/own", "m.example/own")] };

        var policy = new RegistryPolicy(Cluster.Rules.Combine(own));

        Assert.Equal(["m.example/own/app", "quay.io/own/app"], policy.GetPullSources(Repository("quay.io/own/app"), "1").Contacted());
        Assert.Equal(["m.example/d/app"], policy.GetPullSources(Repository("quay.io/team/app"), Digest).Contacted());
    }

    [Fact]
    public void Objects_RoundTrip_KeepUnknownFields()
    {
        AssertRoundTrip<ImageDigestMirrorSet>(DigestSet);
        AssertRoundTrip<ImageTagMirrorSet>(TagSet);
        AssertRoundTrip<ImageContentSourcePolicy>(ContentPolicy);
        AssertRoundTrip<ClusterImageConfig>(Config);
        AssertRoundTrip<ImageDigestMirrorSetList>($"{{\"kind\":\"ImageDigestMirrorSetList\",\"apiVersion\":\"config.openshift.io/v1\",\"metadata\":{{}},\"items\":[{DigestSet.Trim()}]}}");
    }

    [Fact]
    public void From_InvalidAllowList_AllowsNothing()
    {
        var policy = Policy("""{"registrySources":{"allowedRegistries":["no registry"]}}""");

        var pullSource = policy.GetPullSources(Repository("quay.io/team/app"), "1").Sources.Single();

        Assert.Equal((PullSourceExclusionReason.NotAllowed, "nothing is allowed: no entry of the list is valid"), (pullSource.ExclusionReason, pullSource.Explanation));
        Assert.True(new RegistryPolicy(RegistryRules.None.Combine(policy.Rules)).GetPullSources(Repository("quay.io/team/app"), "1").IsBlocked);
    }

    [Fact]
    public void From_InvalidImportList_AllowsNothing()
    {
        var policy = Policy("""{"allowedRegistriesForImport":[{"domainName":"a:b:c"}]}""");

        Assert.Equal(PullSourceExclusionReason.NotAllowedForImport, policy.GetPullSources(Repository("quay.io/team/app"), "1").Sources.Single().ExclusionReason);
        Assert.True(new RegistryPolicy(policy.Rules.Combine(RegistryRules.None)).GetPullSources(Repository("quay.io/team/app"), "1").IsBlocked);
    }

    [Theory]
    [InlineData("quay.io/team/app:1.2")]
    [InlineData("quay.io/team/app@" + Digest)]
    [InlineData("quay.io/team/app:1.2@" + Digest)]
    public void From_SingleImage_CountsForItsRepository(string entry)
    {
        var config = $$$"""{"registrySources":{"FIELD":["{{{entry}}}"]}}""";
        var allowed = Policy(config.Replace("FIELD", "allowedRegistries", StringComparison.Ordinal));
        var blocked = Policy(config.Replace("FIELD", "blockedRegistries", StringComparison.Ordinal));

        Assert.False(allowed.GetPullSources(Repository("quay.io/team/app"), "1").IsBlocked);
        Assert.True(allowed.GetPullSources(Repository("quay.io/team/other"), "1").IsBlocked);
        Assert.True(blocked.GetPullSources(Repository("quay.io/team/app"), "1").IsBlocked);
        Assert.Contains("is a single image and stands for all of quay.io/team/app.", allowed.Rules.Ignored.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quay.io/team/app:")]
    [InlineData("quay.io/team/app:a b")]
    [InlineData("quay.io/team/app@sha256:1")]
    [InlineData("@")]
    public void From_NoSingleImageEither_AllowsNothing(string entry) => Assert.Empty(
        Policy($$$"""{"registrySources":{"allowedRegistries":["{{{entry}}}"]}}""").Rules.Allowed);

    private static RegistryPolicy Policy(string spec) => new(RegistryRules.From([ImageStreamJson.Deserialize<ClusterImageConfig>(
        $$$"""{"kind":"Image","apiVersion":"config.openshift.io/v1","metadata":{"name":"cluster"},"spec":{{{spec}}}}""")]));

    private static void AssertRoundTrip<T>(string json)
        where T : class, IWireObject<T> => Assert.True(
            System.Text.Json.Nodes.JsonNode.DeepEquals(
                System.Text.Json.Nodes.JsonNode.Parse(json),
                System.Text.Json.Nodes.JsonNode.Parse(WithoutEmpty(ImageStreamJson.Serialize(ImageStreamJson.Deserialize<T>(json))))));

    /// <summary>Go writes an unset time; the objects here have none.</summary>
    private static string WithoutEmpty(string json) => json.Replace("\"creationTimestamp\":null,", "", StringComparison.Ordinal)
        .Replace(",\"creationTimestamp\":null", "", StringComparison.Ordinal);
}
