using ImageStreams.Serialization;

namespace ImageStreams.Tests.Documentation;

public sealed class JsonSamples
{
    private const string FromTheApi =
        """{"metadata":{"name":"python"},"spec":{"tags":[{"name":"3.8","flavour":"slim"}]}}""";

    [Fact]
    public void Change_OneTag_KeepsUnknownFields()
    {
        var json = FromTheApi;

        // sample: json-change
        var stream = ImageStreamJson.Deserialize<ImageStream>(json);
        var scheduled = stream.Spec.Tags.Find("3.8")! with
        {
            ImportPolicy = new TagImportPolicy { Scheduled = true },
        };
        var next = stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(scheduled) } };

        var written = ImageStreamJson.Serialize(next.WithTypeMeta());
        // end

        Assert.Contains("\"flavour\":\"slim\"", written, StringComparison.Ordinal);
        Assert.Contains("\"scheduled\":true", written, StringComparison.Ordinal);
        Assert.Contains("\"apiVersion\":\"image.openshift.io/v1\"", written, StringComparison.Ordinal);
        Assert.Equal(scheduled, ImageStreamJson.Deserialize<ImageStream>(written).Spec.Tags.Find("3.8"));
    }

    [Fact]
    public async Task Read_AFile_IsTheStream()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, FromTheApi);

        // sample: json-file
        await using var file = File.OpenRead(path);

        var stream = await ImageStreamJson.DeserializeAsync<ImageStream>(file);
        // end

        Assert.Equal("python", stream.Metadata.Name);
        File.Delete(path);
    }

    [Fact]
    public void Compare_EqualStreams_AreEqual()
    {
        var json = FromTheApi;

        // sample: json-compare
        var one = ImageStreamJson.Deserialize<ImageStream>(json);
        var other = ImageStreamJson.Deserialize<ImageStream>(json);

        Console.WriteLine(one == other);   // True: records and their lists compare by content
        // end

        Assert.True(one == other);
    }

    [Fact]
    public void Strict_MisspelledField_NamesItsPath()
    {
        // sample: json-strict
        var json = """{"spec": {"tags": [{"nmae": "3.8"}]}}"""u8;

        foreach (var problem in ImageStreamJson.FindFieldProblems<ImageStream>(json))
        {
            Console.WriteLine($"{problem.Kind} {problem.Path}");   // Unknown $.spec.tags[0].nmae
        }
        // end

        Assert.Equal(
            [new FieldProblem(FieldProblemKind.Unknown, "$.spec.tags[0].nmae")],
            ImageStreamJson.FindFieldProblems<ImageStream>(json));
    }

    [Fact]
    public void Read_AValueOfTheWrongType_NamesItsPath()
    {
        var (path, error) = ("", default(WireFailure));

        // sample: json-errors
        try
        {
            ImageStreamJson.Deserialize<ImageStream>("""{"spec": {"tags": [{"name": 3.8}]}}""");
        }
        catch (WireFormatException e)
        {
            (path, error) = (e.Path, e.Reason);   // $.spec.tags[0].name, WireFailure.Type
        }
        // end

        Assert.Equal(("$.spec.tags[0].name", WireFailure.Type), (path, error));
    }
}
