using ImageStreams.Policies;

namespace ImageStreams.Tests.Documentation;

public sealed class ComingFromSamples
{
    [Fact]
    public void AFluxPolicy_IsConverted()
    {
        const string imagePolicy = """{"spec":{"filterTags":{"pattern":"^v"},"policy":{"semver":{"range":"2.x"}}}}""";
        const string imageRepository = """{"spec":{"image":"quay.io/team/app","interval":"5m"}}""";

        // sample: from-flux
        var answer = FluxTagPolicies.Convert(imagePolicy, imageRepository);
        if (answer is TagPolicyConversion.Converted converted)
        {
            Console.WriteLine(TagPolicyAnnotation.Format(converted.Policy));
        }
        // end

        Assert.Equal(
            """{"dialect":"flux","range":"2.x","parts":3,"include":"^v","extract":"","exclude":"^.*\\.sig$","downgrade":"allow"}""",
            TagPolicyAnnotation.Format(((TagPolicyConversion.Converted)answer).Policy));
    }

    [Fact]
    public void KeelAnnotations_AreConverted()
    {
        var labels = new Dictionary<string, string>();
        var annotations = new Dictionary<string, string> { ["keel.sh/policy"] = "minor", ["keel.sh/approvals"] = "1" };

        // sample: from-keel
        var answer = KeelTagPolicies.Convert(labels, annotations);
        foreach (var finding in answer.Findings)
        {
            Console.WriteLine(finding);   // keel.sh/approvals: …
        }
        // end

        var policy = Assert.IsType<TagPolicyConversion.Converted>(answer).Policy;
        Assert.Equal("""{"dialect":"keel","prerelease":"same","step":"minor"}""", TagPolicyAnnotation.Format(policy));
        Assert.Equal(["keel.sh/approvals"], answer.Findings.Select(finding => finding.Field));
    }

    [Fact]
    public void AnnotationsOfArgoCd_AreConverted()
    {
        const string prefix = "argocd-image-updater.argoproj.io/";
        var annotations = new Dictionary<string, string>
        {
            [$"{prefix}image-list"] = "app=quay.io/team/app:^2",
            [$"{prefix}app.ignore-tags"] = "latest",
        };

        // sample: from-argocd
        foreach (var image in ArgoCdTagPolicies.Convert(annotations))
        {
            if (image.Conversion is TagPolicyConversion.Converted converted)
            {
                Console.WriteLine($"{image.Image}: {TagPolicyAnnotation.Format(converted.Policy)}");
            }
        }
        // end

        var one = Assert.Single(ArgoCdTagPolicies.Convert(annotations));
        Assert.Equal(
            """{"dialect":"argocd","range":"^2","parts":1,"exclude":"^latest$","downgrade":"allow"}""",
            TagPolicyAnnotation.Format(((TagPolicyConversion.Converted)one.Conversion).Policy));
    }
}
