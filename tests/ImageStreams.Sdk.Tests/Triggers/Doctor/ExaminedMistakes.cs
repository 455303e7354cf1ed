using ImageStreams.Builds;
using ImageStreams.Serialization;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>Objects with one mistake each, as users write them; the name of each says which.</summary>
internal static class ExaminedMistakes
{
    private const string Field = $"\"fieldPath\":\"{WebField}\"";
    private const string From = """{"kind":"ImageStreamTag","name":"app:latest"}""";

    private static readonly string[] Foreign =
    [
        "kind", "name", "namespace", "uid", "apiVersion", "resourceVersion", "fieldPath", "from", "paused", "pause", "imageChange",
        "imageChangeParams", "automatic", "containerNames", "lastTriggeredImage", "lastTriggeredImageID", "type", "github", "gitlab",
        "bitbucket", "generic", "fron", "Name", "bogus",
    ];

    /// <summary>All objects that can be read, each with the name of its mistake.</summary>
    public static IEnumerable<(string Name, object Object)> All => new[]
    {
        Foreign.SelectMany(InAnnotation), Annotations, FieldPaths, Elsewhere, Foreign.SelectMany(InBuild), Builds,
        Foreign.SelectMany(InDeploymentConfig), DeploymentConfigs, Streams, Sources,
    }.SelectMany(static mistakes => mistakes).Where(static mistake => mistake.Item2 is not null).Select(static mistake => (mistake.Item1, mistake.Item2!));

    private static IEnumerable<(string, object?)> Annotations =>
    [
        .. Annotate("paused as text", Fill("""{"from":@from,@field,"paused":"true"}""")),
        .. Annotate("paused as text, false", Fill("""{"from":@from,@field,"paused":"false"}""")),
        .. Annotate("paused as another text", Fill("""{"from":@from,@field,"paused":"yes"}""")),
        .. Annotate("pause and paused", Fill("""{"from":@from,@field,"pause":false,"pause":true,"PAUSE":"true"}""")),
        .. Annotate("half of a surrogate pair", Fill("""{"from":@from,@field,"\ud83d":1,"\ud83e":1}""")),
        .. Annotate("twice the same field", Fill("""{"from":@from,@field},{"from":@from,@field},{"from":{"kind":"ImageStreamTag","name":"app:2"},@field}""")),
        .. Annotate("from twice", Fill("""{"from":@from,"from":{"kind":"ImageStreamTag","name":"app:2"},@field,"bogus":1}""")),
        .. Annotate("null, and a trigger", Fill("""null,{"from":@from,@field}""")),
        .. Annotate("no object", "1"),
        ("no list", Annotated("true")),
        ("no JSON", Annotated("[{]")),
        ("an object for the list", Annotated(Fill("""{"from":@from,@field}"""))),
        .. Kinds.SelectMany(kind => Annotate($"kind {kind}", Fill("""{"from":{"kind":"@kind","name":"app:latest"},@field}""", ("@kind", kind)))),
        .. Names.SelectMany(name => Annotate($"name {name}", Fill("""{"from":{"kind":"ImageStreamTag","name":"@name"},@field}""", ("@name", name)))),
        .. Annotate("blank in the namespace", Fill("""{"from":{"kind":"ImageStreamTag","name":"app:latest","namespace":" shop "},@field}""")),
        .. Annotate("namespace that is not there", Fill("""{"from":{"kind":"ImageStreamTag","name":"app:latest","namespace":"elsewhere"},@field}""")),
    ];

    private static IEnumerable<(string, object?)> FieldPaths => new[]
    {
        "spec.template.spec.containers[?(@.name=='web')].image", "spec.template.spec.containers[@name='web'].image",
        "spec.template.spec.containers[0].image", "spec.template.spec.containers[9].image", "spec.template.spec.containers[-1].image",
        "spec.template.spec.containers[].image", "spec.template.spec.containers].image[", "spec.containers[0].image", "template.spec.containers[0].image",
        "spec.jobTemplate.spec.template.spec.containers[0].image", "spec.template.spec.containers[0]", "spec.template.spec.containers[0].name",
        """spec.template.spec.containers[?(@.name==\"wbe\")].image""", """spec.template.spec.containers[?(@.name==\"web\")]""", "web", "",
    }.SelectMany(path => Annotate($"field path {path}", Fill("""{"from":@from,"fieldPath":"@path"}""", ("@path", path))));

    private static IEnumerable<(string, object?)> Elsewhere =>
    [
        ("annotation of a ReplicaSet", Workload.Parse(APod("apps/v1", "ReplicaSet", "image.openshift.io/triggers", ""))),
        ("annotation with another name", Workload.Parse(APod("apps/v1", "Deployment", "image.openshift.io/trigger", ""))),
        ("annotation of the pods", Workload.Parse(APod("apps/v1", "Deployment", "a", "image.openshift.io/triggers"))),
        ("annotation of a build configuration", ABuild("", """, "annotations": {"image.openshift.io/triggers": "[{}]"}""")),
        ("annotation of a build configuration without a trigger", ABuild("", """, "annotations": {"image.openshift.io/triggers": "[]"}""")),
        ("annotation of a build configuration that cannot be read", ABuild("", """, "annotations": {"image.openshift.io/triggers": "{"}""")),
    ];

    private static IEnumerable<(string, object?)> Builds =>
    [
        .. new[] { "", "ImageChagne", "imageChange", "imagechange", "Bogus", "ConfigChange", "GitHub" }
            .Select(type => ($"type {type}", (object?)ABuild(Fill("""{"type":"@type"}""", ("@type", type))))),
        ("unknown type with parameters", ABuild("""{"type":"Bogus","imageChange":{}}""")),
        ("unknown type and a misplaced field", ABuild(Fill("""{"type":"Bogus","from":@from}"""))),
        ("misplaced field without a base image", ABuild("""{"type":"ImageChange","automatic":true}""", "", """{"type":"Docker","dockerStrategy":{}}""")),
        ("twice the same tag", ABuild(Fill("""{"type":"ImageChange","imageChange":{}},{"type":"ImageChange","imageChange":{"from":@from}}"""))),
        ("paused", ABuild("""{"type":"ImageChange","imageChange":{"paused":true}}""")),
        .. Kinds.Select(kind => ($"base of kind {kind}", (object?)ABuild("""{"type":"ImageChange","imageChange":{}}""", "", Strategy(kind, "app:latest")))),
        .. Names.Select(name => ($"base {name}", (object?)ABuild("""{"type":"ImageChange","imageChange":{}}""", "", Strategy("ImageStreamTag", name)))),
        .. Names.SelectMany(name => KnownKinds.Select(kind =>
            ($"output {kind} {name}", (object?)ABuild("", "", Strategy("DockerImage", "a/b"), Fill(""","output":{"to":{"kind":"@kind","name":"@name"}}""", ("@kind", kind), ("@name", name)))))),
        .. Names.SelectMany(name => KnownKinds.Select(kind => ($"source {kind} {name}", (object?)ABuild(
            "", "", Strategy("DockerImage", "a/b"), Fill(""","source":{"images":[{"from":{"kind":"@kind","name":"@name","namespace":"sh op"}}]}""", ("@kind", kind), ("@name", name)))))),
    ];

    private static IEnumerable<(string, object?)> DeploymentConfigs =>
    [
        .. new[] { "", "ImageChagne", "configchange", "Bogus", "Manual" }.SelectMany(type => new (string, object?)[]
        {
            ($"type {type}", ADeploymentConfig(Fill("""{"type":"@type"}""", ("@type", type)))),
            ($"type {type}, automatic", ADeploymentConfig(Fill("""{"type":"@type","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":@from}}""", ("@type", type)))),
            ($"type {type}, not automatic", ADeploymentConfig(Fill("""{"type":"@type","imageChangeParams":{"containerNames":["web"],"from":@from}}""", ("@type", type)))),
        }),
        ("no parameters", ADeploymentConfig("""{"type":"ImageChange"}""")),
        ("no containers", ADeploymentConfig(Fill("""{"type":"ImageChange","imageChangeParams":{"automatic":true,"from":@from}}"""))),
        ("no such container", ADeploymentConfig(Fill("""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["wbe"],"from":@from}}"""))),
        .. new[] { true, false }.SelectMany(automatic => Kinds.Select(kind => ($"kind {kind}, automatic {automatic}", (object?)ADeploymentConfig(
            Fill("""{"type":"ImageChange","imageChangeParams":{"automatic":@automatic,"containerNames":["web"],"from":{"kind":"@kind","name":"app:latest"}}}""", ("@automatic", automatic ? "true" : "false"), ("@kind", kind)))))),
        .. Names.Select(name => ($"name {name}", (object?)ADeploymentConfig(
            Fill("""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"@name"}}}""", ("@name", name))))),
    ];

    private static IEnumerable<(string, object?)> Streams => KnownKinds.SelectMany(kind => Names.Select(name => ($"stream tag of {kind} {name}", (object?)AStream(
        Fill("""{"name":"a","from":{"kind":"@kind","name":"@name","namespace":" shop"},"importPolicy":{"scheduled":true}}""", ("@kind", kind), ("@name", name))))))
        .Concat([
            ("stream tag without a source, scheduled", AStream("""{"name":"a","importPolicy":{"scheduled":true}}""")),
            ("stream tag by digest, scheduled", AStream(Fill("""{"name":"a","from":{"kind":"DockerImage","name":"quay.io/a/b@sha256:@digest"},"importPolicy":{"scheduled":true}}""", ("@digest", new string('1', 64))))),
            ("stream tag that is passed on, scheduled", AStream("""{"name":"a","reference":true,"from":{"kind":"DockerImage","name":"quay.io/a/b:1"},"importPolicy":{"scheduled":true}}""")),
        ]);

    /// <summary>Triggers on tags of every source.</summary>
    private static IEnumerable<(string, object?)> Sources => new[]
    {
        """{"name":"a"}""", """{"name":"a","from":{"kind":"ImageStreamTag","name":"b"}}""", """{"name":"b"}""",
        """{"name":"a","reference":true,"from":{"kind":"DockerImage","name":"quay.io/a/b:1"}}""",
        """{"name":"a","from":{"kind":"DockerImage","name":"quay.io/a/b:1"}}""",
        """{"name":"a","from":{"kind":"ImageStreamTag","name":"app:latest"}}""",
        Fill("""{"name":"a","from":{"kind":"DockerImage","name":"quay.io/a/b@sha256:@digest"}}""", ("@digest", new string('1', 64))),
        Fill("""{"name":"a","from":{"kind":"ImageStreamImage","name":"app@sha256:@digest"}}""", ("@digest", new string('1', 64))),
    }.SelectMany(tag => new (string, object?)[]
    {
        ($"trigger on {tag}", new object[] { AStream(tag)!, Annotated(Fill("""[{"from":{"kind":"ImageStreamTag","name":"other:a"},@field}]""")) }),
        ($"build on {tag}", new object[] { AStream(tag)!, ABuild("""{"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"other:a"}}}""")! }),
    });

    private static string[] Kinds => ["ImageStreamTag", "ImageStreamImage", "ImageStream", "ImageRepository", "DockerImage", "imagestreamtag", "Bogus", ""];

    private static string[] KnownKinds => ["ImageStreamTag", "ImageStream", "DockerImage"];

    private static string[] Names => ["app:latest", " app:latest", "app", "app:", ":latest", "app@sha256:1", "App:latest", "app:la test", "a/b:c:d", ""];

    private static IEnumerable<(string, object?)> InAnnotation(string field) =>
    [
        .. Annotate($"annotation: {field}", Fill("""{"from":@from,@field,"@member":"app:latest"}""", ("@member", field))),
        .. Annotate($"annotation, from: {field}", Fill("""{"from":{"kind":"ImageStreamTag","name":"app:latest","@member":"app:latest"},@field}""", ("@member", field))),
        .. Annotate($"annotation, an object: {field}", Fill("""{"from":@from,@field,"@member":{}}""", ("@member", field))),
        .. Annotate($"annotation without from: {field}", Fill("""{ @field,"@member":@from}""", ("@member", field))),
    ];

    private static IEnumerable<(string, object?)> Annotate(string name, string triggers) => [(name, Annotated($"[{triggers}]"))];

    private static IEnumerable<(string, object?)> InBuild(string field) =>
    [
        ($"build: {field}", ABuild(Fill("""{"type":"ImageChange","imageChange":{},"@member":"app:latest"}""", ("@member", field)))),
        ($"build, an object: {field}", ABuild(Fill("""{"type":"ImageChange","imageChange":{},"@member":{}}""", ("@member", field)))),
        ($"build, imageChange, an object: {field}", ABuild(Fill("""{"type":"ImageChange","imageChange":{"@member":{}}}""", ("@member", field)))),
        ($"build, no imageChange: {field}", ABuild(Fill("""{"type":"ImageChange","@member":@from}""", ("@member", field)))),
        ($"build on an image: {field}", ABuild(Fill("""{"type":"ImageChange","@member":@from}""", ("@member", field)), "", Strategy("DockerImage", "a/b"))),
        ($"build, imageChange: {field}", ABuild(Fill("""{"type":"ImageChange","imageChange":{"@member":"app:latest"}}""", ("@member", field)))),
        ($"build, from: {field}", ABuild(Fill("""{"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"app:latest","@member":"a"}}}""", ("@member", field)))),
    ];

    private static IEnumerable<(string, object?)> InDeploymentConfig(string field) =>
    [
        ($"deployment, an object: {field}", ADeploymentConfig(Fill("""{"type":"ImageChange","@member":{}}""", ("@member", field)))),
        ($"deployment: {field}", ADeploymentConfig(Fill("""{"type":"ImageChange","@member":@from}""", ("@member", field)))),
        ($"deployment, parameters: {field}", ADeploymentConfig(
            Fill("""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":@from,"@member":"app:latest"}}""", ("@member", field)))),
        ($"deployment, from: {field}", ADeploymentConfig(
            Fill("""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"app:latest","@member":"a"}}}""", ("@member", field)))),
    ];

    /// <summary>Replaces names that begin with <c>@</c> in a text.</summary>
    private static string Fill(string text, params (string Name, string Value)[] values) => values
        .Aggregate(text, static (filled, value) => filled.Replace(value.Name, value.Value, StringComparison.Ordinal))
        .Replace("@from", From, StringComparison.Ordinal)
        .Replace("@field", Field, StringComparison.Ordinal);

    /// <summary>Reads an object; null when a field has a value of another type.</summary>
    private static T? TryRead<T>(string json)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(json);
        }
        catch (WireFormatException)
        {
            return null;
        }
    }

    private static string Strategy(string kind, string name) =>
        Fill("""{"type":"Source","sourceStrategy":{"from":{"kind":"@kind","name":"@name"}}}""", ("@kind", kind), ("@name", name));

    private static BuildConfig? ABuild(string triggers, string metadata = "", string? strategy = null, string more = "") =>
        TryRead<BuildConfig>(
            Fill("""
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"web","namespace":"shop"@metadata},
             "spec":{"triggers":[@triggers],"strategy":@strategy@more}}
            """, ("@metadata", metadata), ("@triggers", triggers), ("@strategy", strategy ?? Strategy("ImageStreamTag", "app:latest")), ("@more", more)));

    private static DeploymentConfig? ADeploymentConfig(string trigger) => TryRead<DeploymentConfig>(
        Fill("""
        {"kind":"DeploymentConfig","apiVersion":"apps.openshift.io/v1","metadata":{"name":"web","namespace":"shop"},
         "spec":{"triggers":[@trigger],"template":{"spec":{"containers":[{"name":"web","image":"a/b"}]}}}}
        """, ("@trigger", trigger)));

    private static ImageStream? AStream(string tag) => TryRead<ImageStream>(
        Fill("""{"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"other","namespace":"shop"},"spec":{"tags":[@tag]}}""", ("@tag", tag)));

    private static string APod(string version, string kind, string annotation, string ofPods) =>
        Fill("""
        {"kind":"@kind","apiVersion":"@version","metadata":{"name":"web","namespace":"shop","annotations":{"@annotation":"[{}]"}},
         "spec":{"template":{"metadata":{"annotations":{"@ofPods":"[{}]"}},"spec":{"containers":[{"name":"web","image":"a/b"}]}}}}
        """, ("@kind", kind), ("@version", version), ("@annotation", annotation), ("@ofPods", ofPods));
}
