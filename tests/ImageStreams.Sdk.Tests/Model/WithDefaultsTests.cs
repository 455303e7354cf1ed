using ImageStreams.Serialization;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Model;

/// <summary>What a server fills in can be filled in, for every kind of the image group that has defaults.</summary>
public sealed class WithDefaultsTests
{
    [Theory]
    [InlineData("""{"from":{"kind":"DockerImage","name":"openshift/wildfly:latest"}}""")]
    [InlineData("""{"from":{"kind":"DockerImage","name":"openshift/wildfly:latest"},"importPolicy":{},"referencePolicy":{}}""")]
    [InlineData("""{"from":{"kind":"DockerImage","name":"openshift/wildfly:latest"},"referencePolicy":{"type":""}}""")]
    [InlineData("""{"from":{"kind":"ImageStreamTag","name":"wildfly:latest"}}""")]
    public void ImageStreamTagWithoutPolicies_IsValidWithDefaults(string reference)
    {
        var tag = ImageStreamJson.Deserialize<ImageStreamTag>(
            $$"""{"apiVersion":"image.openshift.io/v1","kind":"ImageStreamTag","metadata":{"name":"bar1:1.0.12","namespace":"n"},"tag":{{reference}} }""");

        Assert.NotEmpty(ImageStreamValidator.Validate(tag));
        var complete = tag.WithDefaults();
        Assert.Empty(ImageStreamValidator.Validate(complete));
        Assert.Equal(
            (ReferencePolicyType.Source, ImportMode.Legacy), (complete.Tag!.ReferencePolicy.Type, complete.Tag.ImportPolicy.ImportMode));
        Assert.Same(complete, complete.WithDefaults());
    }

    [Fact]
    public void ImageStreamTagWithPolicies_KeepsThem()
    {
        var tag = ImageStreamJson.Deserialize<ImageStreamTag>(
            """{"tag":{"importPolicy":{"importMode":"PreserveOriginal"},"referencePolicy":{"type":"Local"}}}""");

        Assert.Same(tag, tag.WithDefaults());
        Assert.Null(new ImageStreamTag().WithDefaults().Tag);
    }

    [Theory]
    [InlineData("""{"images":[{"from":{"kind":"DockerImage","name":"quay.io/a/b:c"}}]}""")]
    [InlineData("""{"repository":{"from":{"kind":"DockerImage","name":"quay.io/a/b"}}}""")]
    public void ImageStreamImportWithoutPolicies_IsValidWithDefaults(string spec)
    {
        var import = ImageStreamJson.Deserialize<ImageStreamImport>($$"""{"metadata":{"name":"b","namespace":"n"},"spec":{{spec}} }""");
        var complete = import.WithDefaults(ImportMode.PreserveOriginal);

        Assert.Empty(ImageStreamValidator.Validate(complete));
        Assert.Same(complete, complete.WithDefaults());
        var mode = complete.Spec.Repository?.ImportPolicy.ImportMode ?? complete.Spec.Images[0].ImportPolicy.ImportMode;
        Assert.Equal(ImportMode.PreserveOriginal, mode);
    }

    [Fact]
    public void ImportOfATag_IsNamedByIt() => Assert.Equal("c", ImageStreamJson.Deserialize<ImageStreamImport>(
        """{"spec":{"images":[{"from":{"kind":"DockerImage","name":"quay.io/a/b:c"}}]}}""").WithDefaults().Spec.Images[0].To!.Name);

    [Fact]
    public void ImageTagWithoutPolicies_IsValidWithDefaults()
    {
        var tag = ImageStreamJson.Deserialize<ImageTag>(
            """{"metadata":{"name":"a:b","namespace":"n"},"spec":{"name":"b","from":{"kind":"DockerImage","name":"quay.io/a/b:c"}}}""");

        Assert.NotEmpty(ImageStreamValidator.Validate(tag));
        Assert.Empty(ImageStreamValidator.Validate(tag.WithDefaults()));
    }
}
