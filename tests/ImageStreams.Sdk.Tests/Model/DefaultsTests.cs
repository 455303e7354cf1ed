namespace ImageStreams.Tests.Model;

public sealed class DefaultsTests
{
    [Fact]
    public void WithDefaults_NothingNamed_IsFilledInAsByTheServer()
    {
        var specTag = new TagReference { Name = "latest" }.WithDefaults();

        Assert.Equal(ReferencePolicyType.Source, specTag.ReferencePolicy.Type);
        Assert.Equal(ImportMode.Legacy, specTag.ImportPolicy.ImportMode);
    }

    [Fact]
    public void WithDefaults_OtherImportMode_IsFilledInAndTheRestOfThePolicyIsKept()
    {
        var specTag = new TagReference { Name = "latest", ImportPolicy = new() { Scheduled = true } };

        Assert.Equal(
            new TagImportPolicy { Scheduled = true, ImportMode = ImportMode.PreserveOriginal },
            specTag.WithDefaults(ImportMode.PreserveOriginal).ImportPolicy);
    }

    [Fact]
    public void WithDefaults_EverythingNamed_IsTheSameObject()
    {
        var specTag = new TagReference { Name = "latest" }.WithDefaults(ImportMode.PreserveOriginal);

        Assert.Same(specTag, specTag.WithDefaults());
    }

    [Fact]
    public void WithDefaults_OfAStream_AreThoseOfEveryTag()
    {
        var stream = new ImageStream { Spec = new() { Tags = [new() { Name = "a" }, new() { Name = "b" }] } };

        Assert.All(
            stream.WithDefaults().Spec.Tags, specTag => Assert.Equal(ReferencePolicyType.Source, specTag.ReferencePolicy.Type));
    }

    [Fact]
    public void WithDefaults_OfAStreamWithEverything_IsTheSameObject()
    {
        var stream = new ImageStream { Spec = new() { Tags = [new TagReference { Name = "a" }] } }.WithDefaults();

        Assert.Same(stream, stream.WithDefaults());
    }

    [Fact]
    public void WithDefaults_OfAnImport_NamesTheTagOfEachImage()
    {
        var import = new ImageStreamImport
        {
            Spec = new()
            {
                Images = [new() { From = ObjectReference.DockerImage("quay.io/app/web:1") }, new() { From = ObjectReference.DockerImage("quay.io/app/web") }],
                Repository = new(),
            },
        }.WithDefaults(ImportMode.PreserveOriginal);

        Assert.Equal(["1", null], import.Spec.Images.Select(image => image.To?.Name));
        Assert.Equal(ImportMode.PreserveOriginal, import.Spec.Repository!.ImportPolicy.ImportMode);
        Assert.Same(import, import.WithDefaults());
    }

    [Fact]
    public void WithDefaults_OfATag_AreThoseOfItsSpecTag()
    {
        var tag = new ImageStreamTag { Tag = new() { Name = "a" } }.WithDefaults();

        Assert.Equal(ReferencePolicyType.Source, tag.Tag!.ReferencePolicy.Type);
        Assert.Same(tag, tag.WithDefaults());
    }
}
