using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

/// <summary>Settings of other tools as policies.</summary>
public class PeerPolicyTests
{
    private const string FluxPolicy = """
        {"kind":"ImagePolicy","spec":{"imageRepositoryRef":{"name":"app"},"interval":"5m","digestReflectionPolicy":"Always",
         "filterTags":{"pattern":"^main-[a-f0-9]+-(?P<ts>[0-9]+)","extract":"$ts"},"policy":{"numerical":{"order":"desc"}}}}
        """;

    [Fact]
    public void Convert_AFluxPolicy_GivesPolicyScheduleAndDifferences()
    {
        var converted = Assert.IsType<TagPolicyConversion.Converted>(
            FluxTagPolicies.Convert(FluxPolicy, """{"spec":{"image":"quay.io/team/app","exclusionList":["^dev"]}}"""));

        Assert.Equal(
            new TagPolicy
            {
                Dialect = TagPolicyDialect.Flux,
                Order = TagPolicyOrder.Numeric,
                Pick = TagPolicyPick.Lowest,
                Parts = 3,
                Include = ["^main-[a-f0-9]+-(?P<ts>[0-9]+)"],
                Extract = "$ts",
                Exclude = ["^dev"],
                AllowsDowngrade = true,
                OnBadValue = TagPolicyBadValue.Fail,
            },
            converted.Policy);
        Assert.True(converted.IsScheduled);
        Assert.Equal(["spec.interval"], converted.Findings.Select(finding => finding.Field));
    }

    [Theory]
    [InlineData("{}", typeof(TagPolicyConversion.NoPolicy))]
    [InlineData("{", typeof(TagPolicyConversion.Invalid))]
    [InlineData("{\"spec\":{\"policy\":{\"alphabetical\":{\"order\":\"up\"}}}}", typeof(TagPolicyConversion.Invalid))]
    [InlineData("{\"spec\":{\"policy\":{\"alphabetical\":{\"order\":\"Asc\"}}}}", typeof(TagPolicyConversion.Converted))]
    public void Convert_FluxPoliciesOfAllKinds_SaysWhatTheyAre(string json, Type expected) =>
        Assert.IsType(expected, FluxTagPolicies.Convert(json));

    [Fact]
    public void Convert_AFluxRepositoryWithoutAList_LeavesSignaturesOut()
    {
        var converted = FluxTagPolicies.Convert("{\"spec\":{\"policy\":{\"semver\":{\"range\":\"^1\"}}}}", "{\"spec\":{}}");

        Assert.Equal(["^.*\\.sig$"], Assert.IsType<TagPolicyConversion.Converted>(converted).Policy.Exclude!.Value);
    }

    [Fact]
    public void Convert_KeelAnnotations_CountBeforeLabels()
    {
        var converted = Assert.IsType<TagPolicyConversion.Converted>(KeelTagPolicies.Convert(
            new Dictionary<string, string> { ["keel.sh/policy"] = "force" },
            new Dictionary<string, string> { ["keel.sh/policy"] = "minor", ["keel.sh/trigger"] = "poll", ["keel.sh/matchPreRelease"] = "false" }));

        Assert.Equal(
            new TagPolicy { Dialect = TagPolicyDialect.Keel, Step = TagPolicyStep.Minor, PreRelease = TagPolicyPreRelease.Include },
            converted.Policy);
        Assert.Equal(["keel.sh/trigger"], converted.Findings.Select(finding => finding.Field));
    }

    [Theory]
    [InlineData("never")]
    [InlineData("glob:a:b")]
    [InlineData("regexp:[")]
    [InlineData("Major")]
    public void Convert_AKeelPolicyThatNeverMoves_IsNoPolicy(string policy) =>
        Assert.IsType<TagPolicyConversion.NoPolicy>(KeelTagPolicies.Convert(policy, matchesTag: false, matchesPreRelease: true));

    [Fact]
    public void Convert_KeelForceOfOneTag_WatchesItsDigest()
    {
        var converted = Assert.IsType<TagPolicyConversion.Converted>(
            KeelTagPolicies.Convert("force", matchesTag: true, matchesPreRelease: true));

        Assert.Equal((TagPolicyOrder.Digest, true), (converted.Policy.Order, converted.IsScheduled));
    }

    [Fact]
    public void Convert_AnApplicationOfArgoCd_GivesAPolicyForEachImage()
    {
        const string prefix = "argocd-image-updater.argoproj.io/";
        var images = ArgoCdTagPolicies.Convert(new Dictionary<string, string>
        {
            [$"{prefix}image-list"] = "web/app=quay.io/team/web:~1.2, db=postgres:16-alpine, nginx:>=1.0",
            [$"{prefix}web_app.allow-tags"] = "regexp:^1",
            [$"{prefix}web_app.ignore-tags"] = "*-rc*, [a-",
            [$"{prefix}db.update-strategy"] = "digest",
        });

        Assert.Equal(["quay.io/team/web", "postgres", "1.0"], images.Select(image => image.Image));
        Assert.Equal(["web/app", "db", "nginx:>"], images.Select(image => image.Alias));
        var web = Assert.IsType<TagPolicyConversion.Converted>(images[0].Conversion);
        Assert.Equal(("~1.2", 1), (web.Policy.Range, web.Policy.Parts));
        Assert.Equal(["^1"], web.Policy.Include);
        Assert.Equal(["^[^/]*\\-rc[^/]*$"], web.Policy.Exclude!.Value);
        Assert.Equal(["ignore-tags"], web.Findings.Select(finding => finding.Field));
        Assert.Equal("16-alpine", Assert.IsType<TagPolicyConversion.Converted>(images[1].Conversion).Policy.Tag);
    }

    [Fact]
    public void Convert_WhatArgoCdDoesNotRead_AllowsNothing()
    {
        var converted = Assert.IsType<TagPolicyConversion.Converted>(ArgoCdTagPolicies.Convert("semver", "", "glob:1.*", []));

        Assert.IsType<TagChoice.Nothing>(converted.Policy.Choose([CandidateTag.Create("1.0.0")], null, default));
        Assert.Equal(["allow-tags"], converted.Findings.Select(finding => finding.Field));
    }

    [Fact]
    public void Convert_EveryPolicy_CanBeWrittenBesideATag()
    {
        string[] keel = ["all", "major", "minor", "patch", "force", "glob:release-*", "regexp:^v(?P<compare>\\d+)", "regexp:glob:a"];
        var converted = keel.Select(policy => KeelTagPolicies.Convert(policy, matchesTag: false, matchesPreRelease: true))
            .Append(FluxTagPolicies.Convert(FluxPolicy))
            .Append(ArgoCdTagPolicies.Convert("newest-build", "", "any", ["[!0-9]*"]))
            .Append(ArgoCdTagPolicies.Convert("digest", "latest", "", []));

        Assert.All(converted, conversion =>
        {
            var policy = Assert.IsType<TagPolicyConversion.Converted>(conversion).Policy;
            var read = TagPolicyAnnotation.Parse(TagPolicyAnnotation.Format(policy));
            Assert.Equal(policy, Assert.IsType<TagPolicyReading.Found>(read).Policy);
        });
    }
}
