using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Loading;

public class TemplateTests
{
    private const string Head = """
        apiVersion: template.openshift.io/v1
        kind: Template
        metadata: {name: site}
        labels: {app: "${NAME}"}
        parameters:
        - {name: NAME, value: site}
        - {name: REPLICAS, value: "3"}
        - {name: SECRET, generate: expression, from: "[a-z0-9]{8}"}
        - {name: NEEDED, required: true}

        """;

    [Fact]
    public void Parse_Template_FillsInParametersAndLabels()
    {
        var set = ManifestSet.Parse(Head + """
            objects:
            - apiVersion: image.openshift.io/v1
              kind: ImageStream
              metadata: {name: "${NAME}"}
              spec: {tags: [{name: "v${REPLICAS}", from: {kind: DockerImage, name: "quay.io/a/${NAME}:1"}}]}
            """);
        var stream = Assert.Single(set.Streams);
        Assert.Equal("site", stream.Name);
        Assert.Equal("site", stream.Metadata.Labels["app"]);
        Assert.Equal("quay.io/a/site:1", Assert.Single(stream.Spec.Tags).From!.Name);
        Assert.Equal("objects[0]", set.Objects[0].Path);
        Assert.True(set.Objects[0].IsInTemplate);
    }

    [Fact]
    public void Parse_DoubleBraces_GiveOtherValuesThanTexts()
    {
        var set = ManifestSet.Parse(Head + """
            objects:
            - apiVersion: apps/v1
              kind: Deployment
              metadata: {name: a}
              spec: {replicas: "${{REPLICAS}}", note: "x${{REPLICAS}}", other: "${{NAME}}"}
            """);
        Assert.Contains("\"replicas\":3,\"note\":\"x${{REPLICAS}}\"", set.Objects[0].Json.ToString(), StringComparison.Ordinal);
        var problem = set.Problems.Single(found => found.Place.Line > 9);
        Assert.Equal(ManifestProblemKind.TemplateParameter, problem.Kind);
        Assert.Equal("-:14:61", $"{problem.Place}");
    }

    [Fact]
    public void Parse_RequiredParameterWithoutValue_IsAProblemAndStays()
    {
        var set = ManifestSet.Parse(Head + """
            objects:
            - {apiVersion: image.openshift.io/v1, kind: ImageStream, metadata: {name: "${NEEDED}"}}
            """);
        Assert.Equal("${NEEDED}", Assert.Single(set.Streams).Name);
        var problem = Assert.Single(set.Problems);
        Assert.Equal((ManifestProblemKind.TemplateParameter, 9), (problem.Kind, problem.Place.Line));
        Assert.Contains("NEEDED", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_GivenParameters_TakePrecedence()
    {
        var options = new ManifestOptions { Parameters = { ["NAME"] = "shop", ["NEEDED"] = "x" } };
        var set = ManifestSet.Parse(Head + "objects: [{apiVersion: v1, kind: ImageStream, metadata: {name: '${NAME}-${NEEDED}'}}]", "-", options);
        Assert.Equal("shop-x", Assert.Single(set.Streams).Name);
        Assert.Empty(set.Problems);
    }

    [Fact]
    public void Parse_GeneratedParameter_DependsOnTheSeedAlone()
    {
        string Generate(int seed) => ManifestSet.Parse(
            Head + "objects: [{apiVersion: v1, kind: ImageStream, metadata: {name: '${SECRET}'}}]", "-", new ManifestOptions { Seed = seed })
            .Streams[0].Name;
        Assert.Equal(Generate(1), Generate(1));
        Assert.NotEqual(Generate(1), Generate(2));
        Assert.Matches("^[a-z0-9]{8}$", Generate(1));
    }

    [Fact]
    public void Parse_UnknownParameter_StaysAndIsANoteInNamesOnly()
    {
        var set = ManifestSet.Parse("""
            kind: Template
            apiVersion: v1
            parameters: [{name: NAME, value: a}]
            objects:
            - apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: ${NMAE}
              spec: {template: {spec: {containers: [{name: a, args: ["echo ${HOME}"]}]}}}
            """);
        Assert.Equal("${NMAE}", Assert.Single(set.Workloads).Name);
        var problem = Assert.Single(set.Problems);
        Assert.Equal((ManifestProblemKind.UnknownParameter, false, 8), (problem.Kind, problem.IsError, problem.Place.Line));
    }

    [Fact]
    public void Parse_TemplateInATemplate_FillsInTheOuterOneFirst()
    {
        var set = ManifestSet.Parse("""
            {"kind": "Template", "apiVersion": "v1", "parameters": [{"name": "A", "value": "outer"}], "objects": [
              {"kind": "Template", "apiVersion": "v1", "parameters": [{"name": "A", "value": "inner"}, {"name": "B", "value": "${A}-b"}],
               "objects": [{"kind": "List", "apiVersion": "v1", "items": [
                 {"kind": "ImageStream", "apiVersion": "v1", "metadata": {"name": "${A}-${B}"}}]}]}]}
            """);
        Assert.Equal("outer-outer-b", Assert.Single(set.Streams).Name);
        Assert.Equal("objects[0].objects[0].items[0]", set.Objects[0].Path);
    }

    [Fact]
    public void Parse_FixedNamespaceInATemplate_IsDroppedAsByOpenShift()
    {
        var set = ManifestSet.Parse("""
            kind: Template
            apiVersion: v1
            parameters: [{name: NS, value: tools}]
            objects:
            - {kind: ImageStream, apiVersion: v1, metadata: {name: a, namespace: fixed}}
            - {kind: ImageStream, apiVersion: v1, metadata: {name: b, namespace: "${NS}"}}
            """, "-", new ManifestOptions { Namespace = "shop" });
        Assert.Equal(["shop/a", "tools/b"], set.Streams.Select(stream => $"{stream.Namespace}/{stream.Name}"));
    }

    [Theory]
    [InlineData("user[0-9]{3}", "^user[0-9]{3}$")]
    [InlineData("[\\w]{10}", "^\\w{10}$")]
    [InlineData("[a-zA-Z0-9]{4}-[\\d]{2}", "^[a-zA-Z0-9]{4}-[0-9]{2}$")]
    [InlineData("plain", "^plain$")]
    public void Generate_Expression_Matches(string expression, string pattern) =>
        Assert.Matches(pattern, new ParameterExpression(expression, 7).Generate());

    [Theory]
    [InlineData("[]{3}")]
    [InlineData("[a]{0}")]
    [InlineData("[a]{256}")]
    [InlineData("[a]{x}")]
    public void Generate_MalformedExpression_IsNull(string expression) =>
        Assert.Null(new ParameterExpression(expression, 7).Generate());
}
