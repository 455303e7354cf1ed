using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>Strict reading reports each field that it rejects.</summary>
public class StrictReadingTests
{
    private static readonly ImageStreamJsonOptions Strict = new() { Strict = true };

    public static TheoryData<string, FieldProblemKind, string> Problems => new()
    {
        { "{\"x\":1}", FieldProblemKind.Unknown, "$.x" },
        { "{\"Kind\":\"a\"}", FieldProblemKind.Unknown, "$.Kind" },
        { "{\"kind\":\"ImageStream\",\"kind\":\"ImageStream\"}", FieldProblemKind.Duplicate, "$.kind" },
        { "{\"metadata\":{\"labels\":{\"a\":\"1\",\"a\":\"1\"}}}", FieldProblemKind.Duplicate, "$.metadata.labels.a" },
        { "{\"spec\":{\"tags\":[{},{\"nmae\":\"a\"}]}}", FieldProblemKind.Unknown, "$.spec.tags[1].nmae" },
        { "{\"spec\":{\"tags\":[{\"from\":{\"kind\":\"a\",\"kind\":\"b\"}}]}}", FieldProblemKind.Duplicate, "$.spec.tags[0].from.kind" },
        { "{\"status\":{\"tags\":[{\"items\":[{},{\"image\":\"\",\"a b\":{}}]}]}}", FieldProblemKind.Unknown, "$.status.tags[0].items[1]['a b']" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void FindFieldProblems_OneProblem_HasKindAndPath(string json, FieldProblemKind kind, string path)
    {
        var problem = Assert.Single(ImageStreamJson.FindFieldProblems<ImageStream>(Encoding.UTF8.GetBytes(json)).AsEnumerable());

        Assert.Equal(new FieldProblem(kind, path), problem);
    }

    [Fact]
    public void Deserialize_StrictWithProblems_ThrowsAllInOrder()
    {
        var e = Assert.Throws<StrictFieldsException>(
            () => ImageStreamJson.Deserialize<ImageStream>("{\"b\":1,\"kind\":\"\",\"kind\":\"\",\"a\":[]}", Strict));

        Assert.Equal(["$.b", "$.kind", "$.a"], e.Problems.Select(problem => problem.Path));
        Assert.Equal(
            "Strict reading found the unknown field $.b, the field $.kind twice, the unknown field $.a.", e.Message);
    }

    [Fact]
    public void Deserialize_StrictWithoutProblems_ReadsAsUsual() => Assert.Equal(
        "a", ImageStreamJson.Deserialize<ImageStream>("{\"metadata\":{\"name\":\"a\"}}", Strict).Metadata.Name);

    [Fact]
    public void FindFieldProblems_ManyProblems_StopsAtAHundred()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"x{i}\":0")) + "}";

        Assert.Equal(100, ImageStreamJson.FindFieldProblems<ImageStream>(Encoding.UTF8.GetBytes(json)).Count);
    }

    [Fact]
    public void Deserialize_StrictOnAWrongType_ReportsItFirst() => Assert.Throws<WireFormatException>(
        () => ImageStreamJson.Deserialize<ImageStream>("{\"x\":1,\"kind\":2}", Strict));
}
