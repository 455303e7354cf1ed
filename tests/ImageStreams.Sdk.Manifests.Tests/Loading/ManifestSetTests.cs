using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Manifests.Loading;

public class ManifestSetTests
{
    private const string Stream = """
        # Source: chart/templates/stream.yaml
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata:
          name: ruby
          namespace: shop
        spec:
          tags:
          - name: "3.3"
            from: {kind: DockerImage, name: quay.io/a/ruby:3.3}

        """;

    [Fact]
    public void Parse_SeveralDocuments_KeepsOrderAndOthers()
    {
        var set = ManifestSet.Parse($"{Stream}---\nkind: Route\napiVersion: route.openshift.io/v1\nmetadata: {{name: web}}\n---\na: 1\n");
        Assert.Equal(["ImageStream shop/ruby", "Route web"], set.Objects.Select(found => $"{found}"));
        Assert.Equal((1, 1), (set.Streams.Count, set.OtherCount));
        Assert.Null(set.Objects[1].Value);
        Assert.Equal("-:12:1", $"{set.Objects[1].Place}");
        Assert.Empty(set.Problems);
    }

    [Fact]
    public void Parse_TypedList_GivesItemsTheirKind()
    {
        var set = ManifestSet.Parse("""
            {"kind": "DeploymentList", "apiVersion": "apps/v1", "items": [
              {"metadata": {"name": "a"}, "spec": {"template": {"spec": {"containers": [{"name": "c", "image": "x"}]}}}}]}
            """);
        var workload = Assert.Single(set.Workloads);
        Assert.Equal(("Deployment", "apps/v1", "a"), (workload.Kind, workload.ApiVersion, workload.Name));
        Assert.Equal("items[0]", set.Objects[0].Path);
    }

    [Theory]
    [InlineData("Build", "shipwright.io/v1beta1")]
    [InlineData("Build", "config.openshift.io/v1")]
    [InlineData("Image", "kpack.io/v1alpha2")]
    [InlineData("Deployment", "example.com/v1")]
    [InlineData("ImageStream", "example.com/v1")]
    public void Parse_KindOfAnotherGroup_IsNotOurs(string kind, string version)
    {
        var set = ManifestSet.Parse($"kind: {kind}\napiVersion: {version}\nmetadata: {{name: a}}\nspec: 3\n");
        Assert.Null(Assert.Single(set.Objects).Value);
        Assert.Empty(set.Problems);
    }

    [Theory]
    [InlineData("ImageStream", "v1", typeof(ImageStream))]
    [InlineData("BuildConfig", "v1", typeof(BuildConfig))]
    [InlineData("DeploymentConfig", "v1", typeof(DeploymentConfig))]
    [InlineData("DeploymentConfig", "apps.openshift.io/v1", typeof(DeploymentConfig))]
    [InlineData("Image", "v1", typeof(Image))]
    [InlineData("Deployment", "extensions/v1beta1", typeof(Workload))]
    [InlineData("Pod", "v1", typeof(Workload))]
    public void Parse_KindOfAnOldGroup_IsOurs(string kind, string version, Type type) =>
        Assert.IsType(type, Assert.Single(ManifestSet.Parse($"kind: {kind}\napiVersion: {version}\nmetadata: {{name: a}}").Objects).Value);

    [Theory]
    [InlineData("kind: Imagestream\napiVersion: image.openshift.io/v1", "ImageStream", 1)]
    [InlineData("apiVersion: build.openshift.io/v1\nkind: Buildconfig", "BuildConfig", 2)]
    [InlineData("kind: ImageStream\nmetadata: {name: a}", "image.openshift.io/v1", 1)]
    public void Parse_WrongKindOrNoVersion_SaysWhatToWrite(string text, string advice, int line)
    {
        var problem = Assert.Single(ManifestSet.Parse(text).Problems);
        Assert.Equal((ManifestProblemKind.InvalidObject, line), (problem.Kind, problem.Place.Line));
        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stages: [build]\nimage: {name: 3.10}")]
    [InlineData("resources: [a.yaml]")]
    [InlineData("kind: pipeline\nname: x")]
    [InlineData("- a\n- b")]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("# only a comment\n---\n---\n")]
    public void Parse_NoObject_IsNoProblem(string text)
    {
        var set = ManifestSet.Parse(text);
        Assert.Empty(set.Problems);
        Assert.Empty(set.Objects);
    }

    [Theory]
    [InlineData("spec: {tags: [{name: 3.10}]}", "spec.tags[0].name", ManifestProblemKind.AmbiguousScalar)]
    [InlineData("spec: {tags: [{name: '3.10', importPolicy: {scheduled: 'true'}}]}", "spec.tags[0].importPolicy.scheduled", ManifestProblemKind.InvalidObject)]
    [InlineData("spec: {tags: [{name: '3.10', from: [a]}]}", "spec.tags[0].from", ManifestProblemKind.InvalidObject)]
    public void Parse_WrongType_IsAProblemAtItsPlaceAndTheRestIsRead(string spec, string path, ManifestProblemKind kind)
    {
        var set = ManifestSet.Parse($"kind: ImageStream\napiVersion: v1\nmetadata: {{name: a}}\n{spec}\n");
        Assert.Equal("3.10", Assert.Single(Assert.Single(set.Streams).Spec.Tags).Name);
        var problem = Assert.Single(set.Problems);
        Assert.Equal((kind, 4), (problem.Kind, problem.Place.Line));
        Assert.Equal(set.Objects[0].FindPlace(path).Line, problem.Place.Line);
    }

    [Fact]
    public void Parse_SameObjectTwice_NamesBothPlaces()
    {
        var set = ManifestSet.Parse($"{Stream}---\n{Stream}");
        var problem = Assert.Single(set.Problems);
        Assert.Equal((ManifestProblemKind.Duplicate, 13), (problem.Kind, problem.Place.Line));
        Assert.Contains("-:2:1", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, set.Streams.Count);
    }

    [Fact]
    public void Parse_SameObjectInTemplates_IsAProblemInOneTemplateOnly()
    {
        const string Item = "- kind: ImageStream\n  apiVersion: v1\n  metadata: {name: '${NAME}'}\n";
        const string Template = $"kind: Template\napiVersion: v1\nparameters:\n- {{name: NAME, value: app}}\nobjects:\n{Item}";
        var alternatives = ManifestSet.Parse($"{Template}---\n{Template}---\nkind: ImageStream\napiVersion: v1\nmetadata: {{name: app}}\n");
        Assert.Empty(alternatives.Problems);
        Assert.Equal(["app", "app", "app"], alternatives.Objects.Where(item => item.IsKnown).Select(item => item.Name));

        var twice = ManifestSet.Parse(Template + Item);
        Assert.Equal((ManifestProblemKind.Duplicate, 9), (Assert.Single(twice.Problems).Kind, twice.Problems[0].Place.Line));
    }

    [Fact]
    public void FindPlace_GraphField_GivesTheNearestFieldThatIsWritten()
    {
        var set = ManifestSet.Parse(Stream, "a.yaml");
        GraphField Field(string path) => new() { Kind = "ImageStream", Namespace = "shop", Name = "ruby", Path = path };
        Assert.Equal("a.yaml:10:5", $"{set.FindPlace(Field("spec.tags[0].from.namespace"))}");
        Assert.Equal("a.yaml:9:5", $"{set.FindPlace(Field("spec.tags[0].importPolicy"))}");
        Assert.Null(set.FindPlace(Field("") with { Name = "other" }));
    }

    [Fact]
    public void Parse_NamespaceOfTheOptions_IsForObjectsWithoutOne()
    {
        var text = $"{Stream}---\nkind: Deployment\napiVersion: apps/v1\nmetadata: {{name: web}}\n---\nkind: Image\napiVersion: v1\nmetadata: {{name: x}}\n";
        var set = ManifestSet.Parse(text, "-", new ManifestOptions { Namespace = "dev" });
        Assert.Equal(["shop", "dev", ""], set.Objects.Select(found => found.Namespace));
        Assert.Equal("dev", Assert.Single(set.Workloads).Namespace);
        Assert.NotNull(set.Find("Deployment", "dev", "web"));
    }

    [Fact]
    public void Parse_ListsInListsToAnyDepth_AreRead()
    {
        const int Depth = 100;
        var text = string.Concat(Enumerable.Repeat("{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[", Depth))
            + "{\"kind\":\"ImageStream\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}" + string.Concat(Enumerable.Repeat("]}", Depth));
        Assert.Equal("a", Assert.Single(ManifestSet.Parse(text).Streams).Name);
    }

    [Fact]
    public void Parse_ItemsThatAreNoObjects_AreProblems()
    {
        var set = ManifestSet.Parse("kind: List\napiVersion: v1\nitems:\n- 3\n-\n- kind: ImageStream\n  apiVersion: v1\n");
        Assert.Equal(4, Assert.Single(set.Problems).Place.Line);
        Assert.Single(set.Streams);
        Assert.Equal(3, Assert.Single(ManifestSet.Parse("kind: List\napiVersion: v1\nitems: {a: b}").Problems).Place.Line);
    }

    [Fact]
    public void Parse_ManyWrongTypes_EndsWithOneProblemMore()
    {
        var tags = string.Concat(Enumerable.Range(0, 200).Select(i => $"  - name: t{i}\n    from: 3\n"));
        var set = ManifestSet.Parse($"kind: ImageStream\napiVersion: v1\nmetadata: {{name: a}}\nspec:\n  tags:\n{tags}");
        Assert.Contains(set.Problems, problem => problem.Kind == ManifestProblemKind.TooLarge);
        Assert.InRange(set.Problems.Count, 2, 300);
    }
}
