using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

/// <summary>The texts of paths, steps and results, and the names that explanations suggest.</summary>
public class ResolutionFormsTests
{
    private const string Repository = "registry.local:5000/shop/ruby";

    [Theory]
    [InlineData("", "ruby:1")]
    [InlineData("shop", "shop/ruby:1")]
    public void Name_TagHop_HasANamespaceIfThereIsOne(string ns, string name) =>
        Assert.Equal(name, new TagHop { Namespace = ns, Stream = "ruby", Tag = "1" }.Name);

    [Fact]
    public void Namespace_NewTagHop_IsEmpty() => Assert.Equal("", new TagHop { Stream = "ruby", Tag = "1" }.Namespace);

    [Theory]
    [InlineData("ImageStreamTag", null, "2", "ruby:2")]
    [InlineData("ImageStreamTag", "", "base:2", "base:2")]
    [InlineData("ImageStreamTag", "infra", "2", "infra/ruby:2")]
    [InlineData("DockerImage", null, "base", "base")]
    public void Follows_Source_IsItsName(string kind, string? ns, string name, string expected)
    {
        var reference = new TagReference { Name = "1", From = new ObjectReference { Kind = kind, Namespace = ns, Name = name } };
        var hop = new TagHop { Stream = "ruby", Tag = "1", Reference = reference };

        Assert.Equal((expected, $"ruby:1 follows {expected}"), (hop.Follows, $"{hop}"));
    }

    [Fact]
    public void ToString_PathAndStep_ShowTheirParts()
    {
        var explained = TagResolver.Explain(AnImageStream().Tag("a").Follows("b").Build(), "a");

        Assert.Equal("shop/ruby:a → shop/ruby:b (NoSuchTag)", $"{explained.Resolution.Path}");
        Assert.Equal("shop/ruby:a follows b of the same stream", $"{explained.Steps[0]}");
    }

    [Fact]
    public void ToString_StreamImageResult_IsItsExplanation()
    {
        var stream = AnImageStream().PushedTag("a").PointsTo('1').PointsTo('2').Build();

        Assert.Equal($"The id is that of {Image('1')}, pulled from {PullSpec('1')}.", $"{StreamImages.Resolve(stream, "1")}");
        Assert.Equal("No tag of the stream has ever pointed to an image with that id.", $"{StreamImages.Resolve(stream, "3")}");
        Assert.Equal(
            $"The id is the beginning of several images, such as {Image('1')} and {Image('2')}.",
            $"{StreamImages.Resolve(stream, "sha256:")}");
    }

    [Theory]
    [InlineData(AdmissionReason.KindNotCovered, "spec keeps its image: objects of this kind are not rewritten.")]
    [InlineData(AdmissionReason.HasController, "spec keeps its image: another object manages this one.")]
    [InlineData(AdmissionReason.OnlyOnCreate, "spec keeps its image: objects of this kind are rewritten only when they are created.")]
    [InlineData(AdmissionReason.Unchanged, "spec keeps its image, which it had before the update.")]
    public void ToString_ImageLeftAlone_SaysWhy(AdmissionReason reason, string expected) => Assert.Equal(
        expected, $"{new AdmissionResult.LeftAlone { Path = "spec", From = ObjectReference.DockerImage("ruby"), Reason = reason }}");

    [Fact]
    public void Explain_MisspelledTag_SuggestsTagsOfSpecAndStatus()
    {
        var stream = AnImageStream().Tag("stable").PushedTag("stabel").PointsTo('1').Build();
        var hint = Assert.Single(TagResolver.Explain(stream, "stabl").Steps, step => step.Kind == ResolutionStepKind.Hint);

        Assert.Contains("shop/ruby:stable", hint.Finding, StringComparison.Ordinal);
        Assert.Contains("shop/ruby:stabel", hint.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_StreamWithoutNamespace_SuggestsShortNames()
    {
        var stream = AnImageStream().Tag("stable").Build();
        stream = stream with { Metadata = stream.Metadata with { Namespace = null } };
        var hint = Assert.Single(TagResolver.Explain(stream, "stabl").Steps, step => step.Kind == ResolutionStepKind.Hint);

        Assert.Contains(" ruby:stable", hint.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void RepositoryWithAnEmptyCheck_IsStillAwaited()
    {
        var stream = AnImageStream().Build().Following("quay.io/team/ruby");
        var annotated = stream.Metadata with { Annotations = [new(ImageStreamAnnotations.RepositoryCheck, "")] };

        Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(stream with { Metadata = annotated }, "1"));
    }

    [Theory]
    [InlineData("Local", $"{Repository}:a", true, PullSpecOrigin.InternalRepository)]
    [InlineData("Local", $"{Repository}:a", false, PullSpecOrigin.LocalWithoutImage)]
    [InlineData("Local", $"{Repository}:b", true, PullSpecOrigin.LocalWithoutImage)]
    [InlineData("Source", $"{Repository}:a", true, PullSpecOrigin.Source)]
    public void Origin_AssumedPush_IsTheRepository(string policy, string pullSpec, bool isAssumed, PullSpecOrigin expected)
    {
        var stream = AnImageStream().InRepository(Repository).Tag("a").UnderPolicy(new(policy)).PointsTo('1', pullSpec: pullSpec).Build();
        var history = stream.Status.Tags[0];
        stream = stream with { Status = stream.Status with { Tags = [history with { Items = [history.Items[0] with { Image = "" }] }] } };
        var options = new TagResolverOptions { IsAssumed = tag => isAssumed && tag.Tag == "a" };

        var resolution = TagResolver.Resolve(new ImageStreamSet([stream]), Named("ruby:a"), options);
        Assert.Equal(expected, Assert.IsType<TagResolution.Resolved>(resolution).Origin);
        var finding = TagResolver.Explain(new ImageStreamSet([stream]), Named("ruby:a"), options).Steps[1].Finding;
        Assert.Equal(isAssumed, finding.StartsWith("is assumed to refer to", StringComparison.Ordinal));
    }

    private static ImageStreamTagName Named(string tag) => ImageStreamTagName.Parse($"shop/{tag}");
}
