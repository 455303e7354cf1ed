using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Documentation;

public sealed class ValidationSamples
{
    private static readonly ImageStream Ruby = new()
    {
        Metadata = new() { Name = "ruby", Namespace = "shop", ResourceVersion = "7" },
        Spec = new()
        {
            Tags =
            [
                new()
                {
                    Name = "3",
                    From = ObjectReference.DockerImage("ghcr.io/app/ruby:3"),
                    ReferencePolicy = new() { Type = ReferencePolicyType.Source },
                },
            ],
        },
    };

    [Fact]
    public void Validate_AStream_ReportsAllErrors()
    {
        // sample: validation-stream
        var stream = ImageStreamJson.Deserialize<ImageStream>("""
            {
              "metadata": { "name": "Ruby", "namespace": "shop" },
              "spec": {
                "tags": [
                  {
                    "name": "3",
                    "from": { "kind": "DockerImage", "name": "quay.io/app/ruby:3 " }
                  }
                ]
              }
            }
            """);

        foreach (var error in ImageStreamValidator.Validate(stream.WithDefaults()))
        {
            Console.WriteLine($"{error.Field}: {error.Detail}");
        }
        // end

        Assert.Equal(
            ["metadata.name", "spec.tags[3].from.name"],
            ImageStreamValidator.Validate(stream.WithDefaults()).Select(error => error.Field));
    }

    [Fact]
    public void Validate_ABuildAndAWorkload_ReportsTheirErrors()
    {
        // sample: validation-builds-and-workloads
        var build = ImageStreamJson.Deserialize<BuildConfig>("""
            {
              "metadata": { "name": "app" },
              "spec": {
                "source": { "git": { "uri": "https://example.com/app.git" } },
                "strategy": { "sourceStrategy": { "from": { "name": "ruby" } } }
              }
            }
            """);
        var pod = Workload.Parse("""
            {
              "apiVersion": "v1",
              "kind": "Pod",
              "metadata": { "name": "shell" },
              "spec": { "containers": [{ "name": "shell" }] }
            }
            """);

        FieldError[] errors = [.. BuildConfigValidator.Validate(build), .. WorkloadValidator.Validate(pod)];
        // end

        Assert.Equal(
            ["spec.strategy.sourceStrategy.from.name", "spec.containers[0].image"],
            errors.Select(error => error.Field));
    }

    [Fact]
    public void Validate_WithAllowedRegistries_ForbidsOthers()
    {
        var stream = Ruby;

        // sample: validation-registries
        var allowed = AllowedRegistries.Create(
            [new() { DomainName = "quay.io" }, new() { DomainName = "*.example.com:5000" }],
            internalRegistryHostname: "image-registry.openshift-image-registry.svc:5000");

        var errors = ImageStreamValidator.Validate(stream, allowed);
        // end

        Assert.Equal(FieldErrorType.Forbidden, Assert.Single(errors).Type);
    }

    [Fact]
    public void Admit_AnImage_ExplainsWhyNot()
    {
        var allowed = AllowedRegistries.Create([new() { DomainName = "quay.io" }]);

        // sample: validation-admit
        var result = allowed.Admit(ImageReference.Parse("evil.example.org/miner"));
        var message = result switch
        {
            RegistryAdmissionResult.Refused refused => refused.Message,
            _ => "allowed",
        };
        // end

        Assert.StartsWith("Images may not come from 'evil.example.org'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValidateUpdate_OfAStream_KeepsItsRepositories()
    {
        var stream = Ruby;
        var allowed = AllowedRegistries.Create([new() { DomainName = "quay.io" }]);

        // sample: validation-update
        var changed = stream with { Metadata = stream.Metadata with { Name = "other" } };
        var errors = ImageStreamValidator.ValidateUpdate(changed, stream, allowed);
        // end

        Assert.Equal("metadata.name", Assert.Single(errors).Field);
    }
}
