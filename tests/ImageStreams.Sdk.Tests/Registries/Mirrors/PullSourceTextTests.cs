using ImageStreams.Registries;
using static ImageStreams.Tests.Registries.PullSources;
using Transport = ImageStreams.Registries.RegistryTransport;

namespace ImageStreams.Tests.Registries;

/// <summary>Pull sources in words, in the order in which they are listed.</summary>
public sealed class PullSourceTextTests
{
    [Fact]
    public void ToString_MirrorAndSource_ExplainsBoth()
    {
        var policy = Policy(Rule("quay.io", "m.example") with { Origin = "a set" });

        Assert.Equal(
            "1 of quay.io/app:\n"
            + "  m.example/app: contacted, a set mirrors quay.io to m.example\n"
            + "  quay.io/app: contacted, it is the source",
            policy.GetPullSources(Repository("quay.io/app"), "1").ToString());
        Assert.Equal(
            "the tags of quay.io/app:\n"
            + "  quay.io/app: contacted, it is the source\n"
            + "  m.example/app: not contacted, a set mirrors quay.io to m.example",
            policy.GetTagListPullSources(Repository("quay.io/app")).ToString());
    }

    [Fact]
    public void GetPullSources_Start_IsListedOnceAndFirst()
    {
        var policy = Policy(Rule("quay.io", "a.example", "b.example"));
        var start = new ServingRegistry { Registry = "b.example", Repository = "app", Transport = Transport.Https };

        var sources = policy.GetPullSources(Repository("quay.io/app") with { StartAt = start }, "1").Sources;

        Assert.Equal(["b.example/app", "a.example/app", "quay.io/app"], sources.Select(static source => $"{source.Repository}"));
        Assert.StartsWith("it answered before; a rule mirrors quay.io", sources[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void GetPullSources_NotAllowed_NamesWhatIs()
    {
        var policy = new RegistryPolicy(new RegistryRules { Allowed = [RegistryScope.Parse("a.io"), RegistryScope.Parse("b.io")] });

        Assert.Equal(
            "allowed registries: a.io, b.io", policy.GetPullSources(Repository("quay.io/app"), "1").Sources.Single().Explanation);
    }

    [Fact]
    public void GetPullSources_BlockedWithAndWithoutPort_NamesTheClosest()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Blocked = [RegistryScope.Parse("quay.io"), RegistryScope.Parse("quay.io:8443")],
        });

        Assert.Equal(
            "quay.io:8443 is blocked", policy.GetPullSources(Repository("quay.io:8443/app"), "1").Sources.Single().Explanation);
    }

    [Fact]
    public void GetPullSources_NeverContactedWithAndWithoutPort_NamesTheClosest()
    {
        var policy = Policy(
            Rule("quay.io", "a.example") with { NeverContactSource = true, Origin = "host" },
            Rule("quay.io:5000", "b.example") with { NeverContactSource = true, Origin = "port" });

        Assert.Equal(
            "port allows only the mirrors of quay.io:5000",
            policy.GetPullSources(Repository("quay.io:5000/app"), "1").Sources[^1].Explanation);
    }

    [Fact]
    public void GetPullSources_MirrorThatAnotherRuleForbids_IsNotContacted()
    {
        var policy = Policy(
            Rule("quay.io", "m.example"), Rule("m.example", "n.example") with { NeverContactSource = true });

        Assert.Equal(
            PullSourceExclusionReason.NeverContacted,
            policy.GetPullSources(Repository("quay.io/app"), "1").ReasonExcluded("m.example/app"));
    }

    [Fact]
    public void GetPullSources_OneOfTwoRulesForbidsTheSource_IsNotContacted()
    {
        var policy = Policy(Rule("quay.io", "a.example") with { NeverContactSource = true }, Rule("quay.io", "b.example"));

        Assert.Equal(["a.example/app", "b.example/app"], policy.GetPullSources(Repository("quay.io/app"), "1").Contacted());
    }

    [Fact]
    public void ToString_Rule_NamesSourceAndMirrors() =>
        Assert.Equal("quay.io: a.example, b.example", Rule("quay.io", "a.example", "b.example").ToString());
}
