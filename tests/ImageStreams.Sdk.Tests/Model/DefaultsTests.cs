namespace ImageStreams.Tests.Model;

public sealed class DefaultsTests
{
    [Fact]
    public void WithDefaults_NothingNamed_IsWhatTheServerFillsIn()
    {
        var wish = new TagReference { Name = "latest" }.WithDefaults();

        Assert.Equal(ReferencePolicyType.Source, wish.ReferencePolicy.Type);
        Assert.Equal(ImportMode.Legacy, wish.ImportPolicy.ImportMode);
    }

    [Fact]
    public void WithDefaults_OtherImportMode_IsFilledInAndTheRestOfThePolicyStays()
    {
        var wish = new TagReference { Name = "latest", ImportPolicy = new() { Scheduled = true } };

        Assert.Equal(
            new TagImportPolicy { Scheduled = true, ImportMode = ImportMode.PreserveOriginal },
            wish.WithDefaults(ImportMode.PreserveOriginal).ImportPolicy);
    }

    [Fact]
    public void WithDefaults_EverythingNamed_IsTheSameObject()
    {
        var wish = new TagReference { Name = "latest" }.WithDefaults(ImportMode.PreserveOriginal);

        Assert.Same(wish, wish.WithDefaults());
    }

    [Fact]
    public void WithDefaults_OfAStream_AreThoseOfEveryTag()
    {
        var stream = new ImageStream { Spec = new() { Tags = [new() { Name = "a" }, new() { Name = "b" }] } };

        Assert.All(
            stream.WithDefaults().Spec.Tags, wish => Assert.Equal(ReferencePolicyType.Source, wish.ReferencePolicy.Type));
    }
}
