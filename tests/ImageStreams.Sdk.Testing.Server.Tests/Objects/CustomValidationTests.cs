using System.Net;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Custom resources that do not meet their schema.</summary>
public sealed class CustomValidationTests
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Widgets = "/apis/example.com/v1/widgets";

    private const string Definition =
        """
        {"metadata":{"name":"widgets.example.com"},
         "spec":{"group":"example.com","scope":"Cluster","names":{"plural":"widgets","kind":"Widget"},
           "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":@}}}}]}}
        """;

    [Theory]
    [InlineData("""{"type":"integer"}""", "\"a\"", "spec: Invalid value: \"string\": spec in body must be of type integer: \"string\"")]
    [InlineData("""{"type":"integer"}""", "1.5", "spec: Invalid value: \"number\": spec in body must be of type integer: \"number\"")]
    [InlineData("""{"type":"integer","minimum":2}""", "1", "spec: Invalid value: 1: spec in body should be greater than or equal to 2")]
    [InlineData(
        """{"type":"integer","maximum":2,"exclusiveMaximum":true}""", "2", "spec: Invalid value: 2: spec in body should be less than 2")]
    [InlineData("""{"type":"string","pattern":"^a+$"}""", "\"b\"", "spec: Invalid value: \"b\": spec in body should match '^a+$'")]
    [InlineData("""{"type":"string","minLength":2}""", "\"b\"", "spec: Invalid value: \"b\": spec in body should be at least 2 chars long")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"bc\"", "spec: Too long: may not be more than 1 bytes")]
    [InlineData("""{"type":"string","enum":["x","y"]}""", "\"z\"", "spec: Unsupported value: \"z\": supported values: \"x\", \"y\"")]
    [InlineData(
        """{"type":"string","format":"date-time"}""", "\"z\"", "spec: Invalid value: \"z\": spec in body must be of type date-time: \"z\"")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}""", "{}", "spec.a: Required value")]
    [InlineData(
        """{"type":"object","additionalProperties":{"type":"string"}}""",
        """{"x":true}""",
        "spec.x: Invalid value: \"boolean\": spec.x in body must be of type string: \"boolean\"")]
    [InlineData("""{"type":"array","maxItems":1,"items":{"type":"string"}}""", """["a","b"]""", "spec: Too many: 2: must have at most 1 items")]
    [InlineData(
        """{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}""", """["a","a"]""", "spec[1]: Duplicate value: \"a\"")]
    [InlineData(
        """{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],"items":{"type":"object","properties":{"k":{"type":"string"}}}}""",
        """[{"k":"a"},{"k":"a"}]""",
        """spec[1]: Duplicate value: map[string]interface {}{"k":"a"}""")]
    [InlineData(
        """{"x-kubernetes-int-or-string":true}""",
        "true",
        "spec: Invalid value: \"boolean\": spec in body must be of type integer,string: \"boolean\"")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
        "{}",
        "<nil>: Invalid value: \"\": \"spec\" must validate one and only one schema (oneOf). Found none valid")]
    public async Task Create_OfAnObjectThatDoesNotMeetItsSchema_IsRefused(string schema, string spec, string expected)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition.Replace("@", schema, StringComparison.Ordinal));

        var status = await http.PostAsync(Widgets, CreateWidget(spec), HttpStatusCode.UnprocessableEntity);

        Assert.Equal($"Widget.example.com \"a\" is invalid: {expected}", (string?)status["message"]);
        Assert.Equal("Invalid", (string?)status["reason"]);
    }

    [Fact]
    public async Task Update_ThatLeavesAWrongValueAsItWas_IsAccepted()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        const string Schema = """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}""";
        await http.PostAsync(Definitions, Definition.Replace("@", Schema, StringComparison.Ordinal));
        await http.PostAsync(Widgets, CreateWidget("""{"a":"x"}"""));
        await http.MergeAsync($"{Definitions}/widgets.example.com", """{"spec":{"versions":[@]}}""".Replace(
            "@",
            JsonNode.Parse(Definition.Replace("@", Schema.Replace("\"a\":{", "\"a\":{\"enum\":[\"y\"],", StringComparison.Ordinal), StringComparison.Ordinal))!
                ["spec"]!["versions"]![0]!.ToJsonString(),
            StringComparison.Ordinal));

        var widget = await http.MergeAsync($"{Widgets}/a", """{"spec":{"b":"1"}}""");
        var status = await http.SendAsync(
            HttpMethod.Patch,
            $"{Widgets}/a",
            """{"spec":{"a":"z"}}""",
            "application/merge-patch+json",
            HttpStatusCode.UnprocessableEntity);

        Assert.Equal("""{"a":"x","b":"1"}""", widget["spec"]!.ToJsonString());
        Assert.Equal("spec.a", (string?)status["details"]!["causes"]![0]!["field"]);
    }

    [Fact]
    public async Task Create_WithStrictValidation_RefusesUnknownFields()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition.Replace("@", """{"type":"object"}""", StringComparison.Ordinal));

        var status = await http.PostAsync($"{Widgets}?fieldValidation=Strict", CreateWidget("""{"x":1}"""), HttpStatusCode.BadRequest);

        Assert.Contains("strict decoding error: unknown field \"spec.x\"", (string?)status["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_InAnotherVersion_HasThatVersion()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var definition = JsonNode.Parse(Definition.Replace("@", """{"type":"object"}""", StringComparison.Ordinal))!;
        var versions = definition["spec"]!["versions"]!.AsArray();
        var beta = versions[0]!.DeepClone();
        (beta["name"], beta["storage"]) = ("v1beta1", false);
        versions.Add(beta);
        await http.PostAsync(Definitions, definition.ToJsonString());
        var created = await http.PostAsync(Widgets, CreateWidget("{}"));

        var same = await http.MergeAsync(Widgets.Replace("v1", "v1beta1", StringComparison.Ordinal) + "/a", """{"spec":{}}""");
        var group = await http.ReadAsync("/apis/example.com");

        Assert.Equal("example.com/v1beta1", (string?)same["apiVersion"]);
        Assert.Equal((string?)created["metadata"]!["resourceVersion"], (string?)same["metadata"]!["resourceVersion"]);
        Assert.Equal("v1", (string?)group["preferredVersion"]!["version"]);
    }

    private static string CreateWidget(string spec) =>
        """{"metadata":{"name":"a"},"spec":@}""".Replace("@", spec, StringComparison.Ordinal);
}
