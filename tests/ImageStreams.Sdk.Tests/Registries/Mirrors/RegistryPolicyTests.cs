using ImageStreams.Registries;
using ImageStreams.Validation;
using static ImageStreams.Tests.Registries.PullSources;
using Transport = ImageStreams.Registries.RegistryTransport;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryPolicyTests
{
    [Fact]
    public void GetPullSources_NoRules_ContactsTheSource() =>
        Assert.Equal(["quay.io/team/app"], new RegistryPolicy(RegistryRules.None).GetPullSources(Repository("quay.io/team/app"), "1").Contacted());

    [Fact]
    public void GetPullSources_Mirrors_AreListedInOrderBeforeTheSource()
    {
        var pullSources = Policy(Rule("quay.io/team", "m.example/b", "m.example/a")).GetPullSources(Repository("quay.io/team/app"), "1");

        Assert.Equal(["m.example/b/app", "m.example/a/app", "quay.io/team/app"], pullSources.Contacted());
        Assert.Equal([true, true, false], pullSources.Eligible.Select(pullSource => pullSource.IsMirror));
    }

    [Theory]
    [InlineData("quay.io/team/app", "repository.example/x")]
    [InlineData("quay.io/team/other", "namespace.example/other")]
    [InlineData("quay.io/else/app", "host.example/else/app")]
    [InlineData("a.quay.io/team/app", "wild.example/team/app")]
    public void GetPullSources_SeveralSources_LongestCounts(string repository, string first)
    {
        var policy = Policy(
            Rule("quay.io", "host.example"), Rule("*.quay.io", "wild.example"),
            Rule("quay.io/team/app", "repository.example/x"), Rule("quay.io/team", "namespace.example"));

        Assert.Equal([first, repository], policy.GetPullSources(Repository(repository), "1").Contacted());
    }

    [Fact]
    public void GetPullSources_SeveralRulesOfOneSource_AreMergedInACommonOrder()
    {
        var policy = Policy(Rule("quay.io", "b.example", "c.example"), Rule("quay.io", "a.example", "b.example"));

        Assert.Equal(
            ["a.example/app", "b.example/app", "c.example/app", "quay.io/app"], policy.GetPullSources(Repository("quay.io/app"), "1").Contacted());
    }

    [Fact]
    public void GetPullSources_ContradictoryRules_AreOrderedByNameWithTheSourceLast()
    {
        var policy = Policy(Rule("*.example.com", "b.example", "a.example"), Rule("*.example.com", "a.example", "b.example"));

        Assert.Equal(
            ["a.example/app", "b.example/app", "x.example.com/app"], policy.GetPullSources(Repository("x.example.com/app"), "1").Contacted());
    }

    [Fact]
    public void GetPullSources_SourceAmongItsMirrors_KeepsItsPosition()
    {
        var pullSources = Policy(Rule("quay.io", "a.example", "quay.io", "b.example")).GetPullSources(Repository("quay.io/app"), "1");

        Assert.Equal(["a.example/app", "quay.io/app", "b.example/app"], pullSources.Contacted());
        Assert.Equal([true, false, true], pullSources.Eligible.Select(pullSource => pullSource.IsMirror));
    }

    [Fact]
    public void GetPullSources_MirrorsByKind_ServeTheirKindOnly()
    {
        var policy = Policy(
            Rule("quay.io", "digests.example") with { Use = MirrorUse.Digests },
            Rule("quay.io", "tags.example") with { Use = MirrorUse.Tags });

        var byTag = policy.GetPullSources(Repository("quay.io/app"), "1");
        var byDigest = policy.GetPullSources(Repository("quay.io/app"), Digest);

        Assert.Equal(["tags.example/app", "quay.io/app"], byTag.Contacted());
        Assert.Equal(PullSourceExclusionReason.ForDigestsOnly, byTag.ReasonExcluded("digests.example/app"));
        Assert.Equal(["digests.example/app", "quay.io/app"], byDigest.Contacted());
        Assert.Equal(PullSourceExclusionReason.ForTagsOnly, byDigest.ReasonExcluded("tags.example/app"));
    }

    [Fact]
    public void GetPullSources_LongerSourceOfTheOtherKind_HidesTheShorter()
    {
        var policy = Policy(
            Rule("quay.io", "digests.example") with { Use = MirrorUse.Digests },
            Rule("quay.io/team", "tags.example") with { Use = MirrorUse.Tags });

        Assert.Equal(["quay.io/team/app"], policy.GetPullSources(Repository("quay.io/team/app"), Digest).Contacted());
    }

    [Fact]
    public void GetPullSources_NeverContactSource_KeepsTheMirrors()
    {
        var policy = Policy(Rule("quay.io", "m.example") with { NeverContactSource = true, Use = MirrorUse.Digests, Origin = "a set" });

        var pullSources = policy.GetPullSources(Repository("quay.io/app"), Digest);

        Assert.Equal(["m.example/app"], pullSources.Contacted());
        Assert.Equal(PullSourceExclusionReason.NeverContacted, pullSources.ReasonExcluded("quay.io/app"));
        Assert.Contains("a set allows only the mirrors of quay.io", pullSources.ToString(), StringComparison.Ordinal);
        Assert.True(policy.GetPullSources(Repository("quay.io/app"), "1").IsBlocked);
        Assert.True(policy.GetTagListPullSources(Repository("quay.io/app")).IsBlocked);
    }

    [Theory]
    [InlineData("quay.io", "quay.io:443/app")]
    [InlineData("docker.io/library", "registry-1.docker.io:443/library/python")]
    public void GetPullSources_NeverContactSource_HoldsOnEveryPort(string source, string repository)
    {
        var policy = Policy(Rule(source, "m.example") with { NeverContactSource = true });

        Assert.Equal(PullSourceExclusionReason.NeverContacted, policy.GetPullSources(Repository(repository), "1").Sources.Single().ExclusionReason);
    }

    [Fact]
    public void GetPullSources_NeverContactSourceWithAMirrorOnAnotherPort_ContactsTheMirror()
    {
        var policy = Policy(Rule("quay.io", "quay.io:5000") with { NeverContactSource = true });

        Assert.Equal(["quay.io:5000/app"], policy.GetPullSources(Repository("quay.io/app"), "1").Contacted());
    }

    [Fact]
    public void GetPullSources_RuleWithoutAMirror_HasNoEffect()
    {
        var policy = Policy(Rule("quay.io", "quay.io") with { NeverContactSource = true });

        Assert.Equal(["quay.io/app"], policy.GetPullSources(Repository("quay.io/app"), "1").Contacted());
    }

    [Fact]
    public void GetPullSources_BlockedSource_KeepsItsMirrors()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Mirrors = [Rule("quay.io", "m.example", "bad.example/x")],
            Blocked = [RegistryScope.Parse("quay.io"), RegistryScope.Parse("bad.example/x")],
        });

        var pullSources = policy.GetPullSources(Repository("quay.io/app"), "1");

        Assert.Equal(["m.example/app"], pullSources.Contacted());
        Assert.Equal(PullSourceExclusionReason.Blocked, pullSources.ReasonExcluded("bad.example/x/app"));
        Assert.Equal(PullSourceExclusionReason.Blocked, pullSources.ReasonExcluded("quay.io/app"));
    }

    [Theory]
    [InlineData("quay.io", "quay.io:8443/app", true)]
    [InlineData("quay.io:8443", "quay.io/app", false)]
    [InlineData("quay.io:8443", "quay.io:8443/app", true)]
    [InlineData("*.quay.io", "a.quay.io:8443/app", true)]
    [InlineData("quay.io/team", "quay.io/team/app", true)]
    [InlineData("quay.io/team", "QUAY.io:443/team/app", true)]
    [InlineData("quay.io/team", "quay.io:443/teamwork/app", false)]
    [InlineData("docker.io", "registry-1.docker.io:443/library/python", true)]
    [InlineData("index.docker.io/library/python", "docker.io:443/library/python", true)]
    [InlineData("quay.io/team", "quay.io/app", false)]
    public void GetPullSources_Blocked_ReachesEveryPortOfAHost(string blocked, string repository, bool expected)
    {
        var policy = new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse(blocked)] });

        Assert.Equal(expected, policy.GetPullSources(Repository(repository), "1").IsBlocked);
    }

    [Fact]
    public void GetPullSources_Allowed_MatchesTheRequestedName()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Mirrors = [Rule("quay.io", "m.example"), Rule("other.example", "quay.io")],
            Allowed = [RegistryScope.Parse("quay.io/team")],
        });

        Assert.Equal(["m.example/team/app", "quay.io/team/app"], policy.GetPullSources(Repository("quay.io/team/app"), "1").Contacted());
        Assert.Equal(
            PullSourceExclusionReason.NotAllowed, policy.GetPullSources(Repository("other.example/team/app"), "1").ReasonExcluded("other.example/team/app"));
    }

    [Theory]
    [InlineData("quay.io", false, "quay.io/app", false, true)]
    [InlineData("quay.io", false, "quay.io:443/app", false, true)]
    [InlineData("quay.io", false, "quay.io:8443/app", false, false)]
    [InlineData("quay.io:*", false, "quay.io:8443/app", false, true)]
    [InlineData("*.example.com", false, "a.b.example.com/app", false, true)]
    [InlineData("registry?.example", false, "registry2.example/app", false, true)]
    [InlineData("quay.io", true, "quay.io/app", false, false)]
    [InlineData("quay.io", true, "quay.io/app", true, true)]
    [InlineData("docker.io", false, "docker.io/library/python", false, true)]
    [InlineData("registry-1.docker.io", false, "docker.io/library/python", false, true)]
    [InlineData("quay.io", false, "evil.example/app", false, false)]
    public void GetPullSources_AllowedForImport_MatchesHostAndPort(
        string domain, bool insecureDomain, string repository, bool insecure, bool expected)
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            AllowedForImport = [new AllowedRegistry { DomainName = domain, Insecure = insecureDomain }],
        });

        var pullSources = policy.GetPullSources(Repository(repository, insecure), "1");

        Assert.Equal(expected ? null : PullSourceExclusionReason.NotAllowedForImport, pullSources.Sources.Single().ExclusionReason);
    }

    [Fact]
    public void GetPullSources_Insecure_AppliesToListedRegistries()
    {
        var policy = new RegistryPolicy(new RegistryRules
        {
            Mirrors = [new MirrorRule
            {
                Source = RegistryScope.Parse("quay.io"),
                Mirrors =
                [
                    new RegistryMirror { Location = RegistryScope.Parse("a.example"), Insecure = true },
                    new RegistryMirror { Location = RegistryScope.Parse("b.example") },
                    new RegistryMirror { Location = RegistryScope.Parse("c.example") },
                ],
            }],
            Insecure = [RegistryScope.Parse("b.example")],
        });

        var pullSources = policy.GetPullSources(Repository("quay.io/app"), "1");

        Assert.Equal([true, true, false, false], pullSources.Eligible.Select(pullSource => pullSource.Repository.Insecure));
    }

    [Fact]
    public void GetPullSources_InsecureRequest_HoldsForTheMirrors() => Assert.All(
        Policy(Rule("quay.io", "m.example")).GetPullSources(Repository("quay.io/app", insecure: true), "1").Eligible,
        pullSource => Assert.True(pullSource.Repository.Insecure));

    [Fact]
    public void GetTagListPullSources_Mirrors_AreNotContacted()
    {
        var pullSources = Policy(Rule("quay.io", "m.example")).GetTagListPullSources(Repository("quay.io/app"));

        Assert.Equal(["quay.io/app"], pullSources.Contacted());
        Assert.Equal(PullSourceExclusionReason.NotForLists, pullSources.ReasonExcluded("m.example/app"));
    }

    [Fact]
    public void GetPullSources_StartAtATagMirror_ContactsItForTheDigestToo()
    {
        var policy = Policy(Rule("quay.io", "tags.example") with { Use = MirrorUse.Tags });
        var repository = Repository("quay.io/app") with { StartAt = SourceAt("tags.example") };

        Assert.Equal(["tags.example/app", "quay.io/app"], policy.GetPullSources(repository, Digest).Contacted());
    }

    [Fact]
    public void GetPullSources_StartElsewhere_IsIgnored()
    {
        var repository = Repository("quay.io/app") with { StartAt = SourceAt("evil.example") };

        Assert.Equal(["quay.io/app"], Policy(Rule("quay.io", "m.example") with { Use = MirrorUse.Tags }).GetPullSources(repository, Digest).Contacted());
    }

    [Fact]
    public void GetPullSources_MirrorWithAnInvalidName_IsNotAPullSource()
    {
        var pullSources = Policy(Rule("quay.io/team", "m.example")).GetPullSources(Repository("quay.io/team"), "1");

        Assert.Equal(["quay.io/team"], pullSources.Sources.Select(pullSource => pullSource.Repository.ToString()));
    }

    [Fact]
    public void GetPullSources_NeitherTagNorDigest_IsRefused() => Assert.Throws<ArgumentException>(
        () => new RegistryPolicy(RegistryRules.None).GetPullSources(Repository("quay.io/app"), "a/b"));

    private static ServingRegistry SourceAt(string host) =>
        new() { Registry = host, Repository = "app", Transport = Transport.Https };
}
