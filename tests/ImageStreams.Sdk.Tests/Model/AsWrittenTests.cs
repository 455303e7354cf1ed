using ImageStreams.Serialization;
using ImageStreams.Testing;
using ImageStreams.Tests.Clients;

namespace ImageStreams.Tests.Model;

/// <summary>A stream and the manifest that it was created from.</summary>
public sealed class AsWrittenTests : IDisposable
{
    private const string Manifest = """
        {"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"app","namespace":"shop"},"spec":{"tags":[
          {"name":"b","from":{"kind":"DockerImage","name":"quay.io/app/web:1"},"importPolicy":{"scheduled":true}},
          {"name":"a","from":{"kind":"ImageStreamTag","name":"b"},"annotations":{"description":"mine"}},
          {"name":"c","from":{"kind":"DockerImage","name":"quay.io/app/web:none"}}]}}
        """;

    private readonly EmbeddedEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task ImportedStream_IsAsWrittenInItsManifest()
    {
        _engine.Registry.Push("app/web:1", SyntheticImage.Create("1"));
        var manifest = ImageStreamJson.Deserialize<ImageStream>(Manifest);
        await _engine.Client.Streams.CreateAsync(manifest);
        var live = (await _engine.Client.Imports.CreateAsync(ImportRequestsFor(manifest))).Status.Import!;

        Assert.NotEqual(manifest.Spec, live.Spec);
        Assert.Equal(manifest.Spec.AsWritten(), live.Spec.AsWritten());
    }

    /// <summary>Changes of a user, which are differences, and of servers, which are not.</summary>
    [Theory]
    [InlineData("\"quay.io/app/web:1\"", "\"quay.io/app/web:2\"", false)]
    [InlineData("\"scheduled\":true", "\"scheduled\":false", false)]
    [InlineData("\"description\":\"mine\"", "\"description\":\"yours\"", false)]
    [InlineData("\"scheduled\":true", "\"scheduled\":true,\"importMode\":\"PreserveOriginal\"", false)]
    [InlineData("\"name\":\"c\"", "\"name\":\"d\"", false)]
    [InlineData("\"scheduled\":true", "\"scheduled\":true,\"importMode\":\"Legacy\"", true)]
    [InlineData("\"name\":\"c\"", "\"name\":\"c\",\"generation\":7,\"referencePolicy\":{\"type\":\"Source\"}", true)]
    [InlineData("\"name\":\"c\"", "\"name\":\"c\",\"annotations\":null", true)]
    [InlineData("\"spec\":{", "\"spec\":{\"lookupPolicy\":{\"local\":false},\"dockerImageRepository\":\"\",", true)]
    public void AsWritten_ComparesWhatUsersWrite(string part, string instead, bool isSame)
    {
        var changed = Manifest.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(Manifest, changed);

        var specs = new[] { Manifest, changed }.Select(text => ImageStreamJson.Deserialize<ImageStream>(text).Spec).ToList();

        Assert.Equal(isSame, specs[0].AsWritten() == specs[1].AsWritten());
    }

    [Fact]
    public void OrderOfTags_DoesNotMatter()
    {
        var spec = ImageStreamJson.Deserialize<ImageStream>(Manifest).Spec;
        Assert.Equal(spec.AsWritten(), (spec with { Tags = [.. spec.Tags.Reverse()] }).AsWritten());
    }

    [Fact]
    public void ServerWithAnotherImportMode_IsAsWritten()
    {
        var spec = ImageStreamJson.Deserialize<ImageStream>(Manifest).Spec;
        var live = spec with { Tags = spec.Tags.Map(tag => tag.WithDefaults(ImportMode.PreserveOriginal)) };

        Assert.Equal(spec.AsWritten(ImportMode.PreserveOriginal), live.AsWritten(ImportMode.PreserveOriginal));
        Assert.NotEqual(spec.AsWritten(), live.AsWritten());
    }

    private static ImageStreamImport ImportRequestsFor(ImageStream stream) => new()
    {
        Metadata = new ObjectMeta { Name = stream.Name, Namespace = stream.Namespace },
        Spec = new ImageStreamImportSpec
        {
            Import = true,
            Images =
            [
                .. stream.Spec.Tags.Where(tag => tag.From!.Kind == "DockerImage").Select(tag => new ImageImportSpec
                {
                    From = tag.From!,
                    To = new LocalObjectReference { Name = tag.Name },
                    ImportPolicy = tag.ImportPolicy,
                    ReferencePolicy = tag.ReferencePolicy,
                }),
            ],
        },
    };
}
