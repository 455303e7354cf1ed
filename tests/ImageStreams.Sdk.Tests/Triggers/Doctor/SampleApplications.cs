using System.Text.Json.Nodes;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>Applications as published samples have them, each as the JSON of its objects.</summary>
internal static class SampleApplications
{
    private const string OnBase = """{"type":"ImageChange"}""";
    private const string Git = """{"type":"Git","git":{"uri":"https://git.example.com/shop/app.git"} }""";
    private const string App = """{"kind":"ImageStreamTag","name":"app:latest"}""";

    /// <summary>The builder images of a cluster, in a namespace of their own.</summary>
    private static readonly string Builders = In("openshift", Stream("ruby", Imported("3.3", "quay.io/builders/ruby:3.3")));

    /// <summary>The objects of each application, by its name.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["source-build, builder not given"] = [Stream("app"), Build("app", Builder("ruby:3.3")), Deploy("Deployment", "app:latest")],
        ["source-build, builder given"] = [Builders, Stream("app"), Build("app", Builder("ruby:3.3")), Deploy("Deployment", "app:latest")],
        ["deployment configuration"] = [Stream("app"), Build("app", Builder("ruby:3.3")), Config(OnImage(App))],
        ["deployment trigger without kind"] = [Stream("app"), Build("app", Builder("ruby:3.3")), Config(OnImage("""{"name":"app:latest"}"""))],
        ["deployment trigger on a stream"] = [Stream("app"), Build("app", Builder("ruby:3.3")), Config(OnImage("""{"kind":"ImageStream","name":"app"}"""))],
        ["several components"] =
        [
            Stream("app"), Stream("api"), Stream("db", Imported("15", "quay.io/sclorg/postgresql-15:latest")),
            Build("app", Builder("ruby:3.3")), Build("api", Builder("python:3.12"), output: "api:latest"),
            Deploy("Deployment", "app:latest"), Deploy("Deployment", "api:latest", "api"), Deploy("StatefulSet", "db:15", "db"),
        ],
        ["chained builds"] =
        [
            Stream("builder"), Stream("app"), Build("builder", Builder("nodejs:20"), output: "builder:latest"),
            Build(
                "app", """{"kind":"ImageStreamTag","name":"nginx:1","namespace":"openshift"}""", strategy: "docker",
                source: """{"dockerfile":"FROM nginx","images":[{"from":{"kind":"ImageStreamTag","name":"builder:latest"},"paths":[]}]}""",
                triggers: """{"type":"ImageChange"},{"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"builder:latest"} } }"""),
            Deploy("Deployment", "app:latest"),
        ],
        ["Docker build on a stream of its own"] =
        [
            Stream("base", Imported("9", "registry.example.com/ubi9:latest")), Stream("app"),
            Build("app", """{"name":"base:9"}""", strategy: "docker", source: """{"dockerfile":"FROM scratch"}"""), Deploy("Deployment", "app:latest"),
        ],
        ["Docker build on an external image"] =
        [
            Stream("app"),
            Build("app", """{"kind":"DockerImage","name":"registry.example.com/ubi9:latest"}""", strategy: "docker", triggers: """{"type":"ConfigChange"}"""),
            Deploy("Deployment", "app:latest"),
        ],
        ["Docker build without a base"] =
        [
            Stream("app"), BuildBy("""{"type":"Docker"}""", """{"type":"ConfigChange"},{"type":"GitHub","github":{"secret":"s"} }"""), Deploy("Deployment", "app:latest"),
        ],
        ["custom build"] = [Stream("app"), Build("app", Builder("custom:1"), strategy: "custom"), Deploy("Deployment", "app:latest")],
        ["binary build"] =
        [
            Stream("app"), Build("app", Builder("ruby:3.3"), source: """{"type":"Binary"}""", triggers: ""), Deploy("Deployment", "app:latest"),
        ],
        ["pipeline"] =
        [
            BuildBy("""{"type":"JenkinsPipeline","jenkinsPipelineStrategy":{"jenkinsfilePath":"Jenkinsfile"} }""", """{"type":"ConfigChange"},{"type":"GitHub"}"""),
            Stream("app", Imported("latest", "quay.io/shop/app:latest")), Deploy("Deployment", "app:latest"),
        ],
        ["stateful set"] = [Stream("db", Imported("15", "quay.io/db:15")), Deploy("StatefulSet", "db:15", "db")],
        ["daemon set"] = [Stream("agent", Imported("1", "quay.io/agent:1")), Deploy("DaemonSet", "agent:1", "agent")],
        ["cron job"] = [Stream("app"), Build("app", Builder("ruby:3.3")), Deploy("CronJob", "app:latest")],
        ["image that is already there"] = [Stream("app"), Build("app", Builder("ruby:3.3")), Deploy("Deployment", "app:latest", image: "quay.io/shop/app:0")],
        ["tags that follow tags"] =
        [
            Stream("app", Imported("1.2", "quay.io/shop/app:1.2"), Follows("1", "1.2"), Follows("latest", "1")), Deploy("Deployment", "app:latest"),
        ],
        ["tag that follows what a build pushes"] =
        [
            Stream("app", Follows("prod", "latest")), Build("app", Builder("ruby:3.3")), Deploy("Deployment", "app:prod"),
        ],
        ["old spellings"] =
        [
            Stream("app").Replace("image.openshift.io/v1", "v1", StringComparison.Ordinal),
            Build("app", Builder("ruby:3.3"), triggers: """{"type":"github"},{"type":"generic"},{"type":"imageChange","imageChange":{} }""")
                .Replace("build.openshift.io/v1", "v1", StringComparison.Ordinal),
            Config(OnImage(App)).Replace("apps.openshift.io/v1", "v1", StringComparison.Ordinal),
        ],
        ["output without kind"] =
        [
            Stream("app"), Build("app", Builder("ruby:3.3")).Replace($"\"to\":{App}", "\"to\":{\"name\":\"app\"}", StringComparison.Ordinal),
            Deploy("Deployment", "app:latest"),
        ],
        ["two containers of one deployment configuration"] =
        [
            Stream("app"), Stream("proxy", Imported("1", "quay.io/proxy:1")), Build("app", Builder("ruby:3.3")),
            Config(
                $"{OnImage(App)},{OnImage("""{"kind":"ImageStreamTag","name":"proxy:1"}""", "proxy")}",
                """{"name":"app","image":" "},{"name":"proxy","image":"proxy:1"}"""),
        ],
        ["build in another namespace"] =
        [
            In("prod", Stream("app")), In("ci", Build("app", Builder("ruby:3.3"))
                .Replace($"\"to\":{App}", """ "to":{"kind":"ImageStreamTag","name":"app:latest","namespace":"prod"}""", StringComparison.Ordinal)),
            In("prod", Deploy("Deployment", "app:latest")),
        ],
        ["trigger that is paused"] =
        [
            Stream("app"), Build("app", Builder("ruby:3.3"), triggers: """{"type":"ImageChange","imageChange":{"paused":true} }"""),
            Deploy("Deployment", "app:latest"),
        ],
    };

    private static string Builder(string name) => $$"""{"kind":"ImageStreamTag","name":"{{name}}","namespace":"openshift"}""";

    private static string Stream(string name, params string[] tags) =>
        $$"""{"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"{{name}}"},"spec":{"tags":[{{string.Join(',', tags)}}]} }""";

    private static string Imported(string tag, string image) =>
        $$"""{"name":"{{tag}}","from":{"kind":"DockerImage","name":"{{image}}"},"importPolicy":{"scheduled":true} }""";

    private static string Follows(string tag, string other) => $$"""{"name":"{{tag}}","from":{"kind":"ImageStreamTag","name":"{{other}}"} }""";

    private static string Build(
        string name, string from, string strategy = "source", string source = Git, string triggers = OnBase, string output = "app:latest") =>
        BuildBy($$"""{"{{strategy}}Strategy":{"from":{{from}} } }""", triggers, source, name, output);

    private static string BuildBy(string strategy, string triggers, string source = Git, string name = "app", string output = "app:latest") => $$"""
        {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"{{name}}"},"spec":{
          "source":{{source}},"strategy":{{strategy}},"output":{"to":{"kind":"ImageStreamTag","name":"{{output}}"} },"triggers":[{{triggers}}]} }
        """;

    private static string OnImage(string from, string container = "app") =>
        $$"""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["{{container}}"],"from":{{from}} } }""";

    private static string Config(string triggers, string containers = """{"name":"app","image":" "}""") => $$"""
        {"kind":"DeploymentConfig","apiVersion":"apps.openshift.io/v1","metadata":{"name":"app"},"spec":{"replicas":1,"selector":{"name":"app"},
          "strategy":{"type":"Rolling"},"triggers":[{"type":"ConfigChange"},{{triggers}}],
          "template":{"metadata":{"labels":{"name":"app"} },"spec":{"containers":[{{containers}}]} } } }
        """;

    /// <summary>A workload with a trigger in its annotation.</summary>
    private static string Deploy(string kind, string tag, string name = "app", string image = " ")
    {
        var pods = kind == "CronJob" ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec";
        var trigger = new JsonObject
        {
            ["from"] = new JsonObject { ["kind"] = "ImageStreamTag", ["name"] = tag },
            ["fieldPath"] = $"{pods}.containers[?(@.name==\"{name}\")].image",
        };
        var spec = JsonNode.Parse($$"""{"template":{"spec":{"containers":[{"name":"{{name}}","image":"{{image}}"}]} } }""")!;
        return new JsonObject
        {
            ["kind"] = kind,
            ["apiVersion"] = kind == "CronJob" ? "batch/v1" : "apps/v1",
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["annotations"] = new JsonObject { [ObjectFieldTrigger.AnnotationName] = new JsonArray(trigger).ToJsonString() },
            },
            ["spec"] = kind == "CronJob" ? new JsonObject { ["jobTemplate"] = new JsonObject { ["spec"] = spec } } : spec,
        }.ToJsonString();
    }

    /// <summary>Puts an object into a namespace, unless it is in one.</summary>
    private static string In(string ns, string json)
    {
        var node = JsonNode.Parse(json)!;
        node["metadata"]!["namespace"] ??= ns;
        return node.ToJsonString();
    }
}
