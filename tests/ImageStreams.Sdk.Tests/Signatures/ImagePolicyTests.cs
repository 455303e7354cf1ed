using System.Text;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>OpenShift's policies for signatures: reading, and the choice among them.</summary>
public sealed class ImagePolicyTests
{
    private static readonly ImageStreamJsonOptions Strict = new() { Strict = true };

    [Theory]
    [InlineData("quay.io/acme/app:1", "", "quay.io/acme/app:1", "ClusterImagePolicy tag")]
    [InlineData("quay.io/acme/app:2", "", "quay.io/acme", "ClusterImagePolicy team")]
    [InlineData("quay.io/acme/app/deep:2", "", "quay.io/acme", "ClusterImagePolicy team")]
    [InlineData("quay.io/acmes/app:2", "", "", "")]
    [InlineData("a.b.example.com:5000/x:1", "", "*.example.com", "ClusterImagePolicy domain")]
    [InlineData("example.com/x:1", "", "", "")]
    [InlineData("own.io/shop:1", "shop", "own.io/shop", "ImagePolicy shop/own")]
    [InlineData("own.io/shop:1", "other", "", "")]
    [InlineData("quay.io/acme/inner:1", "shop", "quay.io/acme", "ClusterImagePolicy team")] // the cluster's wider scope wins
    [InlineData("busybox:1", "", "docker.io/library/busybox", "ClusterImagePolicy hub")]
    public void Find_Image_TakesTheMostSpecificScope(string image, string ns, string scope, string policy)
    {
        var choice = Policies.Find(ImageReference.Parse(image), ns);
        Assert.Equal(scope, choice.Scope);
        Assert.Equal(policy, string.Join(",", choice.Requirements.Select(requirement => requirement.Name)));
    }

    [Fact]
    public void Find_PolicyOfNamespaceUnderOneOfTheCluster_IsNamedInTheExplanation() => Assert.Equal(
        "quay.io/acme/inner:1 is in the scope quay.io/acme of ClusterImagePolicy team, the most specific one. ImagePolicy shop/own does not count, because a policy of the cluster has the same scope or a wider one.",
        Policies.Find(ImageReference.Parse("quay.io/acme/inner:1"), "shop").Explanation);

    [Fact]
    public void Find_TwoPoliciesOfOneScope_RequiresBoth()
    {
        var policies = new ImageSignaturePolicies([Cluster("a", "quay.io"), Cluster("b", "quay.io")], []);
        Assert.Equal(2, policies.Find(ImageReference.Parse("quay.io/x:1"), "").Requirements.Count);
    }

    [Theory]
    [InlineData("""{"policyType":"PublicKey","publicKey":{"keyData":"KEY","rekorKeyData":"KEY"}}""", SignatureGap.TransparencyLog)]
    [InlineData("""{"policyType":"FulcioCAWithRekor","fulcioCAWithRekor":{"fulcioCAData":"x","rekorKeyData":"x","fulcioSubject":{"oidcIssuer":"i","signedEmail":"e"}}}""", SignatureGap.Keyless)]
    [InlineData("""{"policyType":"PKI","pki":{"caRootsData":"x","pkiCertificateSubject":{"email":"a@b"}}}""", SignatureGap.Keyless)]
    [InlineData("""{"policyType":"PublicKey","publicKey":{"keyData":"AAAA"}}""", SignatureGap.UnusablePolicy)]
    [InlineData("""{"policyType":"PublicKey","publicKey":{"keyData":"not base64"}}""", SignatureGap.UnusablePolicy)]
    [InlineData("""{"policyType":"PublicKey"}""", SignatureGap.UnusablePolicy)]
    [InlineData("""{"policyType":"Other","publicKey":{"keyData":"KEY"}}""", SignatureGap.UnusablePolicy)]
    public void Find_TrustThatIsNotChecked_HasItsGap(string trust, SignatureGap expected)
    {
        var policies = new ImageSignaturePolicies([Cluster("p", "quay.io", trust)], []);
        Assert.Equal(expected, Assert.Single(policies.Find(ImageReference.Parse("quay.io/x:1"), "").Requirements).Gap);
    }

    [Fact]
    public void Problems_BadScopesAndNamespaces_AreNamed()
    {
        var policies = new ImageSignaturePolicies([Cluster("p", "a*.*.com")], [Own("", "quay.io")]);
        Assert.Equal(
            ["ClusterImagePolicy p: spec.scopes[0]: a*.*.com is not a scope: host[:port][/path] with an optional tag or digest, or *.host.",
             "ImagePolicy own: metadata.namespace: A policy of a namespace needs one."],
            policies.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Deserialize_UnknownField_IsRefusedWhenStrict() => Assert.Throws<StrictFieldsException>(() =>
        ImageStreamJson.Deserialize<ImagePolicy>("""{"spec":{"scopes":[],"policy":{"rootOfTrust":{"policyTyp":"PKI"}}}}""", Strict));

    private static ImageSignaturePolicies Policies => new(
        [Cluster("team", "quay.io/acme"), Cluster("tag", "quay.io/acme/app:1"), Cluster("domain", "*.example.com"), Cluster("hub", "docker.io/library/busybox")],
        [Own("shop", "own.io/shop", "quay.io/acme/inner")]);

    private static ClusterImagePolicy Cluster(
        string name, string scope, string trust = """{"policyType":"PublicKey","publicKey":{"keyData":"KEY"}}""") =>
        ImageStreamJson.Deserialize<ClusterImagePolicy>(
            Fill("""{"kind":"ClusterImagePolicy","apiVersion":"config.openshift.io/v1","metadata":{"name":"NAME"},"spec":{"scopes":["SCOPE"],"policy":{"rootOfTrust":TRUST}}}"""
                .Replace("NAME", name, StringComparison.Ordinal)
                .Replace("SCOPE", scope, StringComparison.Ordinal)
                .Replace("TRUST", trust, StringComparison.Ordinal)),
            Strict);

    private static ImagePolicy Own(string ns, params string[] scopes) => ImageStreamJson.Deserialize<ImagePolicy>(Fill(
        """{"metadata":{"name":"own","namespace":"NAMESPACE"},"spec":{"scopes":["SCOPES"],"policy":{"rootOfTrust":{"policyType":"PublicKey","publicKey":{"keyData":"KEY"}},"signedIdentity":{"matchPolicy":"MatchRepository"}}}}"""
            .Replace("NAMESPACE", ns, StringComparison.Ordinal)
            .Replace("SCOPES", string.Join("\",\"", scopes), StringComparison.Ordinal)), Strict);

    private static string Fill(string json) =>
        json.Replace("KEY", Convert.ToBase64String(Encoding.UTF8.GetBytes(Vector.Key("p256"))), StringComparison.Ordinal);
}
