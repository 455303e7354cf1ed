using System.Security.Cryptography;
using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Signatures;
using ImageStreams.Tests.Signatures;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class NothingUnsignedSamples : IDisposable
{
    private readonly SignatureShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Verify_SignedImage_IsVerified()
    {
        _shop.PushSignature(_shop.SignedParts());
        IRegistryClient client = _shop.Registry;
        var (pem, digest) = (_shop.Pem, _shop.Image);

        // sample: signatures-verify
        var image = ImageReference.Parse("registry.example.com/acme/app:1.0");
        var verifier = new SignatureVerifier(client);

        var verdict = await verifier.VerifyAsync(new SignatureRequest
        {
            Repository = RegistryRepository.From(image),
            Image = image,
            Digest = digest,
            Requirements = [new SignatureRequirement { Name = "the release key", Keys = [SignatureKey.Parse(pem)] }],
        });

        Console.WriteLine(verdict.Explanation);
        foreach (var finding in verdict.Findings)
        {
            Console.WriteLine(finding);   // each signature, with the reason why it counts or does not
        }
        // end

        Assert.IsType<SignatureVerdict.Verified>(verdict);
    }

    [Fact]
    public async Task Services_WithKey_HaveTheGate()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRegistryClient>(_shop.Registry);
        var pem = _shop.Pem;

        // sample: signatures-gate
        services
            .AddImageStreams()
            .UseSignatureGate(options => options.Keys.Add(pem));

        var tag = new TagReference { Name = "prod", From = ObjectReference.DockerImage("registry.example.com/acme/app:1.0") };
        var gated = TagGatesAnnotation.Write(tag, new TagGateSet { Gates = [new TagGate.Image { Check = "signature" }] });
        // end

        await using var provider = services.BuildServiceProvider();
        Assert.Equal("signature", Assert.Single(provider.GetServices<IImageGate>()).Name);
        Assert.Equal("""[{"gate":"image","name":"signature"}]""", gated.Annotations[TagGatesAnnotation.Name]);
    }

    [Fact]
    public void Policies_OfACluster_NameTheOneThatApplies()
    {
        var json = """
            {"kind":"ClusterImagePolicy","apiVersion":"config.openshift.io/v1","metadata":{"name":"vendor"},
             "spec":{"scopes":["quay.io/acme"],"policy":{"rootOfTrust":{"policyType":"PKI","pki":{"caRootsData":"…","pkiCertificateSubject":{"email":"release@acme.example"}}}}}}
            """;

        // sample: signatures-policies
        var policies = new ImageSignaturePolicies([ImageStreamJson.Deserialize<ClusterImagePolicy>(json)], []);

        var choice = policies.Find(ImageReference.Parse("quay.io/acme/app:1.0"), "shop");

        Console.WriteLine(choice.Explanation);
        foreach (var problem in policies.Problems)
        {
            Console.Error.WriteLine(problem);   // the policy, the field, and what is wrong with it
        }
        // end

        Assert.Equal(SignatureGap.Keyless, Assert.Single(choice.Requirements).Gap);
    }

    [Fact]
    public void Ed25519_OwnVerifier_CanBeGiven()
    {
        IRegistryClient client = _shop.Registry;

        // sample: signatures-ed25519
        var verifier = new SignatureVerifier(client, ed25519: new LibraryEd25519());
        // end

        Assert.NotNull(verifier);
    }

    /// <summary>Stands for a library.</summary>
    private sealed class LibraryEd25519 : IEd25519Verifier
    {
        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
            throw new CryptographicException();
    }
}
