using System.Net;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Custom resource definitions, whose kinds are served as soon as they are created.</summary>
public sealed class CustomResourceTests
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Widgets = "/apis/example.com/v1/namespaces/default/widgets";

    private const string Definition =
        """
        {"metadata":{"name":"widgets.example.com"},
         "spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","kind":"Widget","shortNames":["wd"]},
           "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{}},
             "additionalPrinterColumns":[{"name":"Size","type":"integer","jsonPath":".spec.size"},
               {"name":"Ready","type":"string","jsonPath":".status.conditions[?(@.type==\"Ready\")].status"}],
             "schema":{"openAPIV3Schema":{"type":"object","properties":{
               "spec":{"type":"object","properties":{"size":{"type":"integer","default":3},"text":{"type":"string"},
                 "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
                   "items":{"type":"object","properties":{"name":{"type":"string"},"size":{"type":"integer"}}}},
                 "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}},
               "status":{"type":"object","properties":{"conditions":{"type":"array","items":{"type":"object",
                 "properties":{"type":{"type":"string"},"status":{"type":"string"}}}}}}}}}}]}}
        """;

    [Fact]
    public async Task Create_OfADefinition_ServesItsKindAtOnce()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var definition = await http.PostAsync(Definitions, Definition);
        var widget = await http.PostAsync(Widgets, """{"metadata":{"name":"a"},"spec":{"text":"","bogus":1,"free":{"x":{"y":[]}}}}""");

        Assert.Equal(["NamesAccepted", "Established"], definition["status"]!["conditions"]!.AsArray().Select(one => (string)one!["type"]!));
        Assert.All(definition["status"]!["conditions"]!.AsArray(), static one => Assert.Equal("True", (string?)one!["status"]));
        Assert.Equal(["v1"], definition["status"]!["storedVersions"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(("example.com/v1", "Widget"), ((string?)widget["apiVersion"], (string?)widget["kind"]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"text":"","free":{"x":{"y":[]}},"size":3}"""), widget["spec"]), widget["spec"]!.ToJsonString());
    }

    [Fact]
    public async Task Discovery_OfACustomResource_FollowsTheDefinition()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.ReadAsync("/apis");
        await http.PostAsync(Definitions, Definition);

        var groups = await http.ReadAsync("/apis");
        var resources = await http.ReadAsync("/apis/example.com/v1");
        var openApi = await http.ReadAsync("/openapi/v3/apis/example.com/v1");
        using var deleted = await http.DeleteAsync($"{Definitions}/widgets.example.com");
        using var gone = await http.GetAsync("/apis/example.com/v1");

        Assert.Contains("example.com", groups["groups"]!.AsArray().Select(one => (string)one!["name"]!));
        Assert.Equal(["widgets", "widgets/status"], resources["resources"]!.AsArray().Select(one => (string)one!["name"]!));
        var spec = openApi["components"]!["schemas"]!["com.example.v1.Widget"]!["properties"]!["spec"]!;
        Assert.Equal("integer", (string?)spec["properties"]!["size"]!["type"]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Delete_OfADefinition_RemovesItsObjects()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition);
        await http.PostAsync(Widgets, """{"metadata":{"name":"a"}}""");

        await http.DeleteAsync($"{Definitions}/widgets.example.com");
        using var gone = await http.GetAsync(Widgets);
        await http.PostAsync(Definitions, Definition);
        var list = await http.ReadAsync(Widgets);

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty(list["items"]!.AsArray());
    }

    [Fact]
    public async Task Status_OfACustomResource_IsASubresource()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition);
        await http.PostAsync(Widgets, """{"metadata":{"name":"a"},"status":{"conditions":[]}}""");

        await http.MergeAsync($"{Widgets}/a", """{"spec":{"size":5},"status":{"conditions":[{"type":"Ready","status":"False"}]}}""");
        var widget = await http.MergeAsync($"{Widgets}/a/status", """{"status":{"conditions":[{"type":"Ready","status":"True"}]}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, Widgets);
        request.Headers.Add("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io");
        using var response = await http.SendAsync(request);
        var table = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(2, (int)widget["metadata"]!["generation"]!);
        Assert.Equal("""["a",5,"True"]""", table["rows"]![0]!["cells"]!.ToJsonString());
    }

    [Fact]
    public async Task Apply_OfACustomResource_OwnsItemsByTheirKeys()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition);

        await ApplyAsync(http, "one", """[{"name":"x","size":1}]""", HttpStatusCode.Created);
        var widget = await ApplyAsync(http, "two", """[{"name":"y","size":2}]""", HttpStatusCode.OK);
        await ApplyAsync(http, "two", """[{"name":"x","size":2}]""", HttpStatusCode.Conflict);

        Assert.Equal("""[{"name":"x","size":1},{"name":"y","size":2}]""", widget["spec"]!["parts"]!.ToJsonString());
    }

    [Fact]
    public async Task Create_OfADefinitionThatIsNotValid_IsRefused()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var status = await http.PostAsync(
            Definitions,
            Definition.Replace("\"storage\":true", "\"storage\":false", StringComparison.Ordinal)
                .Replace("\"size\":{\"type\":\"integer\",\"default\":3}", "\"size\":{}", StringComparison.Ordinal),
            HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            ["spec.versions", "spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[size].type"],
            status["details"]!["causes"]!.AsArray().Select(static cause => (string)cause!["field"]!));
    }

    [Fact]
    public async Task Create_OfADefinitionWithAKindThatIsInUse_IsNotServed()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition);

        var other = await http.PostAsync(Definitions, Definition.Replace("widgets", "gadgets", StringComparison.Ordinal)
            .Replace("\"shortNames\":[\"wd\"]", "\"singular\":\"gadget\"", StringComparison.Ordinal));
        using var missing = await http.GetAsync(Widgets.Replace("widgets", "gadgets", StringComparison.Ordinal));

        Assert.Equal(
            ["KindConflict", "NotAccepted"], other["status"]!["conditions"]!.AsArray().Select(static one => (string)one!["reason"]!));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Apply_OfAnObjectWithoutASchema_OwnsAnyFields()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var definition = JsonNode.Parse(Definition)!;
        definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"] =
            JsonNode.Parse("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""");
        await http.PostAsync(Definitions, definition.ToJsonString());

        await ApplyAsync(http, "one", """[{"name":"x","size":1}]""", HttpStatusCode.Created);
        var widget = await http.MergeAsync($"{Widgets}/a", """{"spec":{"other":{"y":""}},"more":1}""");

        Assert.Equal("""{"other":{"y":""},"parts":[{"name":"x","size":1}]}""", widget["spec"]!.ToJsonString());
        Assert.Equal(1, (int)widget["more"]!);
    }

    [Fact]
    public async Task Delete_OfADefinitionWithAFinalizer_TakesItsObjectsWithTheFinalizer()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Definitions, Definition.Replace(
            "\"widgets.example.com\"}", "\"widgets.example.com\",\"finalizers\":[\"example.com/x\"]}", StringComparison.Ordinal));
        await http.PostAsync(Widgets, """{"metadata":{"name":"a"}}""");

        await http.DeleteAsync($"{Definitions}/widgets.example.com");
        var still = await http.ReadAsync(Widgets);
        await http.MergeAsync($"{Definitions}/widgets.example.com", """{"metadata":{"finalizers":null}}""");

        Assert.Single(still["items"]!.AsArray());
        Assert.Null(await cluster.FindAsync("widgets.example.com", "default", "a"));
    }

    private static Task<JsonNode> ApplyAsync(HttpClient http, string manager, string parts, HttpStatusCode expected) => http.SendAsync(
        HttpMethod.Patch,
        $"{Widgets}/a?fieldManager={manager}",
        $$$"""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"parts":{{{parts}}}}}""",
        "application/apply-patch+yaml",
        expected);
}
