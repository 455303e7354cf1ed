using ImageStreams.Collections;
using ImageStreams.Registries;
using static ImageStreams.Tests.Registries.PullSources;

namespace ImageStreams.Tests.Registries;

/// <summary>The cost of mirrors is linear in them.</summary>
public class MirrorCostTests
{
    private const int Few = 200;
    private const int Factor = 20;

    [Fact]
    public void PolicyOfManyRulesOfOneSource_AllocatesInProportion() => AssertLinear(size =>
    {
        var rules = new RegistryRules { Mirrors = Rules(size) };
        return () => _ = new RegistryPolicy(rules);
    });

    [Fact]
    public void PolicyOfManyRulesThatForbidTheirSource_AllocatesInProportion() => AssertLinear(size =>
    {
        var rules = new RegistryRules
        {
            Mirrors = Rules(size).Select(rule => rule with { NeverContactSource = true }).ToValueList(),
        };
        return () => _ = new RegistryPolicy(rules);
    });

    [Fact]
    public void PullSourcesOfManyMirrors_AllocateInProportion() => AssertLinear(size =>
    {
        var policy = new RegistryPolicy(new RegistryRules { Mirrors = Rules(size) });
        return () => _ = policy.GetPullSources(Repository("quay.io/team/app"), "1");
    });

    [Fact]
    public void ManyMirrors_AreContactedOnceEach_TheSourceLast()
    {
        var policy = new RegistryPolicy(new RegistryRules { Mirrors = [.. Rules(2_000), .. Rules(2_000)] });

        var contacted = policy.GetPullSources(Repository("quay.io/team/app"), "1").Contacted();
        Assert.Equal(2_001, contacted.Distinct().Count());
        Assert.Equal(2_001, contacted.Length);
        Assert.Equal("quay.io/team/app", contacted[^1]);
    }

    [Fact]
    public void MirrorForBothKinds_IsContactedInItsPlaceAmongThoseForTheRequest()
    {
        var policy = Policy(
            Rule("quay.io/team", "one.example/team", "two.example/team") with { Use = MirrorUse.Digests },
            Rule("quay.io/team", "three.example/team", "one.example/team") with { Use = MirrorUse.Tags });

        Assert.Equal(
            ["three.example/team/app", "one.example/team/app", "quay.io/team/app"],
            policy.GetPullSources(Repository("quay.io/team/app"), "1").Contacted());
        Assert.Equal(
            ["one.example/team/app", "two.example/team/app", "quay.io/team/app"],
            policy.GetPullSources(Repository("quay.io/team/app"), Digest).Contacted());
    }

    private static ValueList<MirrorRule> Rules(int size) =>
        Enumerable.Range(0, size).Select(i => Rule("quay.io/team", $"m{i}.example/team")).ToValueList();

    private static void AssertLinear(Func<int, Action> prepare)
    {
        _ = Measure(prepare(Few));
        var (few, many) = (Measure(prepare(Few)), Measure(prepare(Few * Factor)));
        Assert.InRange(many, few, few * Factor * 2);
    }

    private static long Measure(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
