using System.Text.Json;
using System.Text.Json.Serialization;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>A user's own type that contains records of the model.</summary>
public sealed record Shelf(string Name, ImageStream Stream, IReadOnlyList<TagEvent>? Events);

/// <summary>A user's own source-generated context, which finds the converters by their attributes.</summary>
[JsonSerializable(typeof(Shelf))]
[JsonSerializable(typeof(ImageStream))]
public sealed partial class ShelfContext : JsonSerializerContext;

public class SerializerInteropTests
{
    private const string Json =
        """{"metadata":{"name":"a\u003cb"},"spec":{"lookupPolicy":{"local":true}},"status":{"dockerImageRepository":""},"x":[1]}""";

    private static ImageStream Stream => ImageStreamJson.Deserialize<ImageStream>(Json);

    [Fact]
    public void Serialize_ByReflection_WritesTheSameBytes() => Assert.Equal(Json, JsonSerializer.Serialize(Stream));

    [Fact]
    public void Serialize_BySourceGeneratedContext_WritesTheSameBytes() =>
        Assert.Equal(Json, JsonSerializer.Serialize(Stream, ShelfContext.Default.ImageStream));

    [Fact]
    public void Deserialize_InsideAUsersType_ReadsTheRecord()
    {
        var text = $$"""{"Name":"s","Stream":{{Json}},"Events":[{"image":"i"}]}""";
        var shelf = JsonSerializer.Deserialize(text, ShelfContext.Default.Shelf)!;

        Assert.Equal(Stream, shelf.Stream);
        Assert.Equal("i", shelf.Events![0].Image);
    }

    [Fact]
    public void Serialize_InsideAUsersType_KeepsUnknownFields()
    {
        var text = JsonSerializer.Serialize(new Shelf("s", Stream, null), ShelfContext.Default.Shelf);

        Assert.Equal($$"""{"Name":"s","Stream":{{Json}},"Events":null}""", text);
    }

    [Fact]
    public void Deserialize_WrongType_ThrowsAJsonException() =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("{\"kind\":1}", ShelfContext.Default.ImageStream));

    [Fact]
    public void Deserialize_Null_IsNull() => Assert.Null(JsonSerializer.Deserialize("null", ShelfContext.Default.ImageStream));
}
