using System.Text.Json.Nodes;
using ImageStreams.Schemas;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.Schemas;

/// <summary>The schemas of the image group, which follow from the records.</summary>
public sealed class ObjectSchemasTests
{
    private const string Group = "image.openshift.io";

    private static ObjectSchema Stream => ObjectSchemas.Find(Group, "v1", "ImageStream")!;

    [Theory]
    [InlineData("Image")]
    [InlineData("ImageList")]
    [InlineData("ImageSignature")]
    [InlineData("ImageStream")]
    [InlineData("ImageStreamImage")]
    [InlineData("ImageStreamImport")]
    [InlineData("ImageStreamLayers")]
    [InlineData("ImageStreamList")]
    [InlineData("ImageStreamMapping")]
    [InlineData("ImageStreamTag")]
    [InlineData("ImageStreamTagList")]
    [InlineData("ImageTag")]
    [InlineData("ImageTagList")]
    public void Find_KindOfTheGroup_IsThere(string kind)
    {
        var schema = ObjectSchemas.Find(Group, "v1", kind)!;

        Assert.Equal($"image.openshift.io/v1, Kind={kind}", schema.ToString());
        Assert.Equal(DefinitionNames.Image + kind, schema.Root.Name);
    }

    [Fact]
    public void Find_OtherKind_IsNull() => Assert.Null(ObjectSchemas.Find("apps", "v1", "Deployment"));

    [Fact]
    public void Tags_OfSpec_AreKeyedByName()
    {
        var tags = (FieldSchema.List)((FieldSchema.Struct)Stream.Root.Fields["spec"]).Fields["tags"];

        Assert.Equal(ListKind.Keyed, tags.Kind);
        Assert.Equal(new ListKey { Name = "name", DefaultJson = "\"\"" }, Assert.Single(tags.Keys));
        Assert.Equal("name", tags.PatchMergeKey);
        Assert.True(((FieldSchema.Struct)((FieldSchema.Struct)tags.Items).Fields["from"]).IsAtomic);
    }

    [Fact]
    public void Tags_OfStatus_AreKeyedByTagWithAtomicHistory()
    {
        var tags = (FieldSchema.List)((FieldSchema.Struct)Stream.Root.Fields["status"]).Fields["tags"];

        Assert.Equal("tag", Assert.Single(tags.Keys).Name);
        Assert.Equal(ListKind.Atomic, ((FieldSchema.List)((FieldSchema.Struct)tags.Items).Fields["items"]).Kind);
        Assert.Equal(ListKind.Atomic, ((FieldSchema.List)((FieldSchema.Struct)tags.Items).Fields["conditions"]).Kind);
    }

    [Fact]
    public void Metadata_FinalizersAreASetAndOwnersKeyedByUid()
    {
        var metadata = (FieldSchema.Struct)Stream.Root.Fields["metadata"];

        Assert.Equal(ListKind.Set, ((FieldSchema.List)metadata.Fields["finalizers"]).Kind);
        Assert.Equal("uid", ((FieldSchema.List)metadata.Fields["ownerReferences"]).PatchMergeKey);
        Assert.Equal(ListKind.Atomic, ((FieldSchema.List)metadata.Fields["managedFields"]).Kind);
    }

    [RecordingsFact]
    public void Schemas_EveryDefinition_IsThatOfTheServer()
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Scenario.Folder, "openapi", "image.openshift.io-v1.json")))!;
        var recorded = document["components"]!["schemas"]!.AsObject();

        var definitions = OpenApiStructure.FindDefinitions(ObjectSchemas.All);
        var different = definitions
            .Select(pair => (
                pair.Key,
                Recorded: RecordedSchemas.Normalize(recorded[pair.Key])?.ToJsonString(),
                Ours: RecordedSchemas.Normalize(OpenApiStructure.Describe(pair.Value))?.ToJsonString()))
            .Where(pair => pair.Recorded != pair.Ours)
            .Select(pair => $"{pair.Key}\n{pair.Recorded}\n{pair.Ours}");

        Assert.Empty(different);
        Assert.Equal(
            recorded.Count(definition => definition.Key.StartsWith(DefinitionNames.Image, StringComparison.Ordinal)) - 1,
            definitions.Count(definition => definition.Key.StartsWith(DefinitionNames.Image, StringComparison.Ordinal)));
    }
}
