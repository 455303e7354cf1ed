using System.Text;
using System.Text.Json;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Testing;
using ImageStreams.Triggers;
using ImageStreams.Validation;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Serialization;

/// <summary>The kind of an object is checked wherever a text becomes one.</summary>
public sealed class KindTests
{
    private const string BuildConfigText =
        """{"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","metadata":{"name":"x","namespace":"n"},"spec":{"strategy":{}}}""";

    [Theory]
    [InlineData(BuildConfigText, "$.kind")]
    [InlineData("""{"kind":"Template","objects":[]}""", "$.kind")]
    [InlineData("""{"kind":"List","apiVersion":"v1","items":[]}""", "$.kind")]
    [InlineData("""{"kind":"ImageStreamList"}""", "$.kind")]
    [InlineData("""{"kind":"imagestream"}""", "$.kind")]
    [InlineData("""{"kind":"ImageStream","kind":"Service"}""", "$.kind")]
    [InlineData("""{"k\u0069nd":"Service"}""", "$.kind")]
    [InlineData("""{"kind":"Service","spec":{"tags":5}}""", "$.kind")]
    [InlineData("""{"kind":"ImageStream","apiVersion":"example.com/v1"}""", "$.apiVersion")]
    [InlineData("""{"kind":"ImageStream","apiVersion":"v2"}""", "$.apiVersion")]
    public void AnotherKind_IsRefusedWithItsPath(string json, string path)
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>(json));

        Assert.Equal((WireFailure.Kind, path), (e.Reason, e.Path));
        Assert.Equal(e.Offset, json.IndexOf($"\"{e.Message.Split('"')[1]}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":""}""")]
    [InlineData("""{"kind":null,"apiVersion":null}""")]
    [InlineData("""{"apiVersion":"image.openshift.io/v1"}""")]
    [InlineData("""{"kind":"ImageStream","apiVersion":"v1"}""")]
    [InlineData("""{"kind":"Service","kind":"ImageStream"}""")]
    public void NoKindOrTheLegacyGroup_IsRead(string json) =>
        Assert.NotNull(ImageStreamJson.Deserialize<ImageStream>(json));

    [Fact]
    public async Task EveryReader_RefusesAnotherKind()
    {
        var bytes = Encoding.UTF8.GetBytes(BuildConfigText);
        var strict = new ImageStreamJsonOptions { Strict = true };

        AssertKind(() => ImageStreamJson.Deserialize<ImageStream>(bytes));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStream>(BuildConfigText, strict));
        AssertKind(() => ImageStreamJson.FindFieldProblems<ImageStream>(bytes));
        AssertKind(() => JsonSerializer.Deserialize<ImageStream>(BuildConfigText)!);
        using var stream = new MemoryStream(bytes);
        var e = await Assert.ThrowsAsync<WireFormatException>(() => ImageStreamJson.DeserializeAsync<ImageStream>(stream));
        Assert.Equal(WireFailure.Kind, e.Reason);
    }

    [Fact]
    public void EveryRootKind_RefusesAnother()
    {
        AssertKind(() => ImageStreamJson.Deserialize<Image>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageList>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageSignature>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamTag>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamTagList>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamImage>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamImport>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamMapping>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamLayers>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageTag>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageTagList>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<DockerImage>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<DeploymentConfig>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<Build>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<BuildRequest>(BuildConfigText));
        AssertKind(() => ImageStreamJson.Deserialize<ImageTagMirrorSet>(BuildConfigText));
        Assert.NotNull(ImageStreamJson.Deserialize<BuildConfig>(BuildConfigText));
    }

    /// <summary>Two groups have a kind Image.</summary>
    [Fact]
    public void AmbiguousKind_IsToldApartByItsGroup()
    {
        const string Cluster = """{"kind":"Image","apiVersion":"config.openshift.io/v1"}""";
        const string Legacy = """{"kind":"Image","apiVersion":"v1"}""";

        Assert.NotNull(ImageStreamJson.Deserialize<ClusterImageConfig>(Cluster));
        Assert.NotNull(ImageStreamJson.Deserialize<Image>(Legacy));
        AssertKind(() => ImageStreamJson.Deserialize<Image>(Cluster), "$.apiVersion");
        AssertKind(() => ImageStreamJson.Deserialize<ClusterImageConfig>(Legacy), "$.apiVersion");
    }

    [Theory]
    [InlineData("ImageStreamList", "image.openshift.io/v1")]
    [InlineData("List", "v1")]
    public void MixedList_NamesTheItem(string kind, string apiVersion)
    {
        var list = $$"""
            {"kind":"{{kind}}","apiVersion":"{{apiVersion}}","items":[{"kind":"ImageStream"},{},{"kind":"ImageStream","apiVersion":"v1"},
            {"kind":"Service","apiVersion":"v1"},{"kind":"Route"}]}
            """;
        AssertKind(() => ImageStreamJson.Deserialize<ImageStreamList>(list), "$.items[3].kind");
    }

    [Fact]
    public void CheckSwitchedOff_ReadsAnyKind()
    {
        var asGo = new ImageStreamJsonOptions { CheckKind = false };

        Assert.Equal("BuildConfig", ImageStreamJson.Deserialize<ImageStream>(BuildConfigText, asGo).Kind);
        Assert.Equal(
            "$.spec.strategy",
            Assert.Single(ImageStreamJson.FindFieldProblems<ImageStream>(Encoding.UTF8.GetBytes(BuildConfigText), asGo).AsEnumerable()).Path);
    }

    [Fact]
    public void ListOfOneKind_IsRead()
    {
        var list = ImageStreamJson.Deserialize<ImageStreamList>(
            """{"kind":"List","apiVersion":"v1","items":[{"kind":"ImageStream","apiVersion":"image.openshift.io/v1"}]}""");

        Assert.Single(list.Items.AsEnumerable());
        AssertKind(() => ImageStreamJson.Deserialize<BuildConfigList>("""{"kind":"ImageStreamList"}"""));
    }

    [Theory]
    [InlineData("""{"kind":"Job","apiVersion":"batch.volcano.sh/v1alpha1"}""")]
    [InlineData("""{"kind":"Deployment","apiVersion":"example.com/v1"}""")]
    public void WorkloadOfAnotherGroup_IsRefused(string json)
    {
        AssertKind(() => Workload.Parse(json), "$.apiVersion");
        Assert.False(Workload.TryParse(json, out _));
    }

    [Theory]
    [InlineData("""{"kind":"Deployment","apiVersion":"extensions/v1beta1"}""")]
    [InlineData("""{"kind":"DeploymentConfig","apiVersion":"v1"}""")]
    [InlineData("""{"kind":"CronJob","apiVersion":"batch/v1beta1"}""")]
    public void WorkloadOfAnyVersion_IsRead(string json) => Assert.True(Workload.TryParse(json, out _));

    [Fact]
    public void Validator_ReportsAnotherKind()
    {
        var error = Assert.Single(ImageStreamValidator.Validate(
            new ImageStream { Kind = "BuildConfig", Metadata = new() { Name = "a", Namespace = "n" } }).AsEnumerable());

        Assert.Equal((FieldErrorType.Invalid, "kind", "BuildConfig"), (error.Type, error.Field, error.BadValue));
    }

    [Theory]
    [InlineData("v1beta3")]
    [InlineData("apps.openshift.io/v1beta3")]
    public async Task DeploymentConfigOfAnyVersion_IsReadEverywhere(string apiVersion)
    {
        var workload = Workload.Parse($$$$$"""
            {"kind":"DeploymentConfig","apiVersion":"{{{{{apiVersion}}}}}","metadata":{"name":"d","namespace":"n"},"spec":{"triggers":[
            {"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["c"],"from":{"kind":"ImageStreamTag",
            "name":"a:b"}}}],"template":{"spec":{"containers":[{"name":"c"}]}}}}
            """);
        using var world = new ImageStreamWorld();
        await world.ApplyAsync(workload);
        var objects = new GraphObjects { Workloads = [workload] };

        Assert.Equal("spec.triggers[0].imageChangeParams.from", Assert.Single(GetEdges(objects)).Field.Path);
        Assert.DoesNotContain(TriggerDoctor.Examine(objects).AsEnumerable(), finding => finding.Rule == TriggerRules.UnreadableObject);
        Assert.Equal("d", world.GetDeploymentConfig("n", "d").Name);
    }

    [Fact]
    public async Task AddedKindNamedDeploymentConfig_IsThatKind()
    {
        var kinds = WorkloadKinds.Known.With(WorkloadKind.Create(DeploymentConfig.KindName, "spec.template", "example.com"));
        var workload = Workload.Parse(
            """
            {"kind":"DeploymentConfig","apiVersion":"example.com/v1","metadata":{"name":"d","namespace":"n","annotations":{
            "image.openshift.io/triggers":"[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"a:b\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"}},
            "spec":{"triggers":5,"template":{"spec":{"containers":[{"name":"c"}]}}}}
            """,
            kinds);
        using var world = new ImageStreamWorld();
        await world.ApplyAsync(workload);
        var objects = new GraphObjects { Workloads = [workload] };

        Assert.Equal(workload, world.GetWorkload(DeploymentConfig.KindName, "n", "d"));
        Assert.Equal(
            "metadata.annotations['image.openshift.io/triggers'][0].from", Assert.Single(GetEdges(objects)).Field.Path);
        Assert.DoesNotContain(TriggerDoctor.Examine(objects).AsEnumerable(), finding => finding.Rule == TriggerRules.UnreadableObject);
    }

    [Theory]
    [InlineData("""{"kind":"Service","kind":"Deployment"}""")]
    [InlineData("""{"kind":"","metadata":{"kind":5},"kind":"Deployment"}""")]
    [InlineData("""{"kind":"Service","kind":"Pod","kind":null,"k\u0069nd":"Deployment"}""")]
    [InlineData("""{"kind":"Pod","kind":"Service","kind":"Deployment"}""")]
    public void SeveralKinds_TheLastCounts(string json) => Assert.Equal("Deployment", Workload.Parse(json).Kind);

    [Theory]
    [InlineData("""{"kind":"Deployment","kind":"Service"}""", WireFailure.Kind)]
    [InlineData("""{"kind":"Deployment","kind":""}""", WireFailure.Kind)]
    [InlineData("""{"kind":5,"kind":"Deployment"}""", WireFailure.Type)]
    [InlineData("""{"kind":{"kind":"Pod"},"kind":"Deployment"}""", WireFailure.Type)]
    [InlineData("""{"metadata":{"kind":"Deployment"}}""", WireFailure.Kind)]
    [InlineData("""["kind"]""", WireFailure.Type)]
    public void LastKindThatIsNoWorkload_IsRefused(string json, WireFailure reason) =>
        Assert.Equal(reason, Assert.Throws<WireFormatException>(() => Workload.Parse(json)).Reason);

    [Fact]
    public void AnnotationOfAnAddedKind_KeepsTheKind()
    {
        var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Rollout", "spec.template", "argoproj.io"));
        var rollout = Workload.Parse(
            """{"kind":"Deployment","kind":"Rollout","apiVersion":"argoproj.io/v1","metadata":{"name":"a"}}""", kinds);

        var changed = rollout.WithAnnotation("a", "b");

        Assert.Equal(("Rollout", "b"), (changed.Kind, changed.FindAnnotation("a")));
    }

    [Theory]
    [InlineData("pre012")]
    [InlineData("1.0")]
    [InlineData("image.openshift.io/1.0")]
    public void MetadataOfAnyVersion_IsRead(string apiVersion)
    {
        var image = new Image
        {
            DockerImageMetadata = RawJson.Parse($$"""{"kind":"DockerImage","apiVersion":"{{apiVersion}}","Architecture":"arm64"}"""),
        };

        Assert.Equal("arm64", ImageMetadata.Read(image).Architecture);
    }

    [Theory]
    [InlineData("""{"items":[{"kind":"Service"}],"items":[{}]}""", "$.items[0].kind", "\"Service\"")]
    [InlineData("""{"items":[{"kind":"Service"}],"items":[{"apiVersion":"v1"}]}""", "$.items[0].kind", "\"Service\"")]
    [InlineData("""{"items":[{"kind":"ImageStream"}],"items":[{"apiVersion":"x/v1"}]}""", "$.items[0].apiVersion", "\"x/v1\"")]
    [InlineData("""{"items":[{"apiVersion":"x/v1"}],"items":[{"kind":"Service"}]}""", "$.items[0].apiVersion", "\"x/v1\"")]
    public void RepeatedItem_NamesTheFirstThatIsRefused(string json, string path, string found)
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStreamList>(json));

        Assert.Equal((WireFailure.Kind, path), (e.Reason, e.Path));
        Assert.Contains($"found the text {found}.", e.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<GraphEdge> GetEdges(GraphObjects objects) => TagGraph.Create(objects).ToSlice().Edges.AsEnumerable();

    private static void AssertKind(Func<object> read, string path = "$.kind")
    {
        var e = Assert.Throws<WireFormatException>(read);
        Assert.Equal((WireFailure.Kind, path), (e.Reason, e.Path));
    }
}
