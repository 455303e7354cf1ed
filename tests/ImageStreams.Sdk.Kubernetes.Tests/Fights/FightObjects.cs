using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using YamlDotNet.Serialization;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Workloads as tools write them, and the changes that are to end fights.</summary>
internal static class FightObjects
{
    public const string ImageField = ".spec.template.spec.containers[name=\"web\"].image";
    public const string NextImage = "registry.test/shop/web@sha256:1111111111111111111111111111111111111111111111111111111111111111";

    /// <summary>The workload that a tool has written.</summary>
    public static ClusterObject Load(string name) => ImageStreamJson.Deserialize<ClusterObject>(ReadJson(name).ToJsonString());

    public static JsonObject ReadJson(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fights", "Objects", $"{name}.json")))!.AsObject();

    /// <summary>The write of an image, as a trigger makes it.</summary>
    public static ClusterObject Intend(string image = NextImage) => ImageStreamJson.Deserialize<ClusterObject>("""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop"},
         "spec":{"template":{"spec":{"containers":[{"name":"web","image":"IMAGE"}]}}}}
        """.Replace("IMAGE", image, StringComparison.Ordinal));

    /// <summary>The only fight of a prediction.</summary>
    public static FieldFight GetFight(FightForecast forecast) => Assert.Single(Assert.IsType<FightForecast.Expected>(forecast).Fights);

    /// <summary>The Application with the change of a remedy.</summary>
    public static ClusterObject ToApplication(FightRemedy remedy)
    {
        var application = ReadYaml(remedy.Text);
        application["apiVersion"] = "argoproj.io/v1alpha1";
        application["kind"] = "Application";
        application["metadata"] = new JsonObject { ["name"] = "web", ["namespace"] = "argocd" };
        return ImageStreamJson.Deserialize<ClusterObject>(application.ToJsonString());
    }

    public static JsonObject ReadYaml(string text)
    {
        var value = new DeserializerBuilder().Build().Deserialize<object>(text);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(value))!.AsObject();
    }

    /// <summary>The object after somebody else has taken the image over by force.</summary>
    public static ClusterObject TakenBy(ClusterObject live, string manager)
    {
        var json = JsonNode.Parse(ImageStreamJson.Serialize(live))!.AsObject();
        var entries = json["metadata"]!["managedFields"]!.AsArray();
        foreach (var entry in entries)
        {
            var containers = entry!["fieldsV1"]!["f:spec"]!["f:template"]!["f:spec"]!["f:containers"]!.AsObject();
            containers["k:{\"name\":\"web\"}"]!.AsObject().Remove("f:image");
        }

        entries.Add(JsonNode.Parse("""
            {"manager":"MANAGER","operation":"Apply","apiVersion":"apps/v1","fieldsType":"FieldsV1","fieldsV1":
             {"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{".":{},"f:image":{},"f:name":{}}}}}}}}
            """.Replace("MANAGER", manager, StringComparison.Ordinal)));
        return ImageStreamJson.Deserialize<ClusterObject>(json.ToJsonString());
    }
}
