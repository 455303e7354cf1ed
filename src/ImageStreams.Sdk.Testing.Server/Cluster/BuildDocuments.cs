using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Serialization;
using ImageStreams.Triggers;

namespace ImageStreams.Testing.Server;

/// <summary>Creates builds of build configurations.</summary>
internal static class BuildDocuments
{
    private const string ConfigName = "openshift.io/build-config.name";

    private static readonly string[] CopiedFields =
        ["source", "revision", "strategy", "output", "resources", "postCommit", "completionDeadlineSeconds", "nodeSelector", "mountTrustedCA"];

    /// <summary>Creates the build of a request.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="request">The request, with the causes.</param>
    /// <param name="number">The number of the build.</param>
    /// <param name="tags">The images of tags.</param>
    /// <param name="now">The time.</param>
    public static JsonObject Create(BuildConfig config, BuildRequest request, long number, ITagLookup tags, Timestamp now)
    {
        var json = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(config))!;
        return new JsonObject
        {
            ["kind"] = "Build",
            ["apiVersion"] = BuildConfig.GroupVersion,
            ["metadata"] = CreateMetadata(config, json, number),
            ["spec"] = CreateSpec(config, json, request, tags),
            ["status"] = CreateStatus(config, now),
        };
    }

    private static JsonObject CreateMetadata(BuildConfig config, JsonObject json, long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["name"] = $"{config.Name}-{text}",
            ["labels"] = new JsonObject
            {
                ["buildconfig"] = config.Name,
                [ConfigName] = config.Name,
                ["openshift.io/build.start-policy"] = json.FindText("spec", "runPolicy") ?? "Serial",
            },
            ["annotations"] = new JsonObject { [ConfigName] = config.Name, ["openshift.io/build.number"] = text },
            ["ownerReferences"] = new JsonArray(new JsonObject
            {
                ["apiVersion"] = BuildConfig.GroupVersion,
                ["kind"] = BuildConfig.KindName,
                ["name"] = config.Name,
                ["uid"] = config.Metadata.Uid,
                ["controller"] = true,
            }),
        };
    }

    private static JsonObject CreateSpec(BuildConfig config, JsonObject json, BuildRequest request, ITagLookup tags)
    {
        var from = json.GetOrAddObject("spec");
        var spec = new JsonObject { ["serviceAccount"] = from.FindText("serviceAccount") ?? "builder" };
        foreach (var name in CopiedFields)
        {
            spec.CopyFrom(from, name);
        }

        foreach (var (_, strategy) in spec.GetOrAddObject("strategy"))
        {
            ResolveBase(strategy as JsonObject, config.Namespace, tags);
        }

        var sent = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(request))!;
        spec.SetFrom(sent, "revision");
        BuildVariables.Set(spec.GetOrAddObject("strategy"), sent.FindItems("env"));
        spec["triggeredBy"] = sent["triggeredBy"]?.DeepClone()
            ?? new JsonArray(new JsonObject { ["message"] = "Manually triggered" });
        return spec;
    }

    // A build uses the image that the tag points to when it is created, whatever becomes of the tag.
    private static void ResolveBase(JsonObject? strategy, string ns, ITagLookup tags)
    {
        if (strategy?.FindObject("from") is { } from && from.FindText("kind") == "ImageStreamTag"
            && tags.Find(from.FindText("namespace") ?? ns, from.FindText("name") ?? "").PullSpec is { Length: > 0 } image)
        {
            strategy["from"] = new JsonObject { ["kind"] = "DockerImage", ["name"] = image };
        }
    }

    private static JsonObject CreateStatus(BuildConfig config, Timestamp now) => new()
    {
        ["phase"] = "New",
        ["config"] = new JsonObject { ["kind"] = BuildConfig.KindName, ["namespace"] = config.Namespace, ["name"] = config.Name },
        ["output"] = new JsonObject(),
        ["conditions"] = new JsonArray(new JsonObject
        {
            ["type"] = "New",
            ["status"] = "True",
            ["lastUpdateTime"] = now.ToString(),
            ["lastTransitionTime"] = now.ToString(),
        }),
    };
}
