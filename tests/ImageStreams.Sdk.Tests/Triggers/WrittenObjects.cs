using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>Objects as people write them, as JSON.</summary>
internal static class WrittenObjects
{
    public const string RubyDigest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string RubyTag = """{"kind":"ImageStreamTag","name":"ruby:2.7"}""";

    /// <summary>A stream with a scheduled import.</summary>
    public static string Ruby(string tag = "2.7") => $$"""
        {"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"ruby","namespace":"shop","resourceVersion":"5"},
         "spec":{"tags":[{"name":"{{tag}}","from":{"kind":"DockerImage","name":"quay.io/a/ruby:1"},"importPolicy":{"scheduled":true} }]},
         "status":{"tags":[{"tag":"{{tag}}","items":[{"created":"2024-01-01T00:00:00Z","dockerImageReference":"quay.io/a/ruby@{{RubyDigest}}",
           "image":"{{RubyDigest}}","generation":1}]}]} }
        """;

    public static string Build(string trigger, string from = RubyTag, string strategy = "source", string output = "{}") => $$"""
        {"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","metadata":{"name":"app","namespace":"shop"},
         "spec":{"triggers":[{{trigger}}],"strategy":{"{{strategy}}Strategy":{"from":{{from}} } },"output":{{output}} } }
        """;

    public static string Deployment(string trigger, string image = " ") => $$"""
        {"apiVersion":"apps.openshift.io/v1","kind":"DeploymentConfig","metadata":{"name":"web","namespace":"shop"},
         "spec":{"triggers":[{{trigger}}],"template":{"spec":{"containers":[{"name":"web","image":"{{image}}"}]} } } }
        """;

    /// <summary>A workload with the text of its trigger annotation.</summary>
    public static string Annotated(string annotation, string kind = "Deployment", string image = " ") => new JsonObject
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = kind,
        ["metadata"] = new JsonObject
        {
            ["name"] = "web",
            ["namespace"] = "shop",
            ["annotations"] = new JsonObject { [ObjectFieldTrigger.AnnotationName] = annotation },
        },
        ["spec"] = JsonNode.Parse($$"""{"template":{"spec":{"containers":[{"name":"web","image":"{{image}}"}]} } }"""),
    }.ToJsonString();

    public static GraphObjects Read(params IEnumerable<string> objects)
    {
        var parsed = objects.Select(json => (Kind: (string)JsonNode.Parse(json)!["kind"]!, Json: json)).ToLookup(one => one.Kind, one => one.Json);
        return new GraphObjects
        {
            Streams = parsed["ImageStream"].Select(ImageStreamJson.Deserialize<ImageStream>).ToValueList(),
            BuildConfigs = parsed["BuildConfig"].Select(ImageStreamJson.Deserialize<BuildConfig>).ToValueList(),
            DeploymentConfigs = parsed["DeploymentConfig"].Select(ImageStreamJson.Deserialize<DeploymentConfig>).ToValueList(),
            Workloads = parsed
                .Where(group => group.Key is not ("ImageStream" or "BuildConfig" or "DeploymentConfig"))
                .SelectMany(group => group)
                .Select(Workload.Parse)
                .ToValueList(),
        };
    }

    /// <summary>Examines objects from files.</summary>
    public static ValueList<TriggerFinding> Examine(params IEnumerable<string> objects) =>
        TriggerDoctor.Examine(Read(objects), new TriggerDoctorOptions { IgnoreStatus = true });

    /// <summary>Asserts that there is nothing above a note.</summary>
    public static void AssertSilent(ValueList<TriggerFinding> findings) =>
        Assert.DoesNotContain(findings, finding => finding.Severity != TriggerSeverity.Note);

    /// <summary>Asserts the rules and paths of all findings.</summary>
    public static void AssertFinds(ValueList<TriggerFinding> findings, params (TriggerRule Rule, string Path)[] expected) =>
        Assert.Equal(expected, findings.Select(finding => (finding.Rule, finding.Location.Path)));
}
