using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Sets the images of a deployment configuration to those of the tags that its triggers listen to.</summary>
internal static class RolloutImages
{
    private static readonly string[] ContainerLists = ["initContainers", "containers"];

    /// <summary>Sets the images, in place; a tag without one changes nothing.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="tags">The images of tags.</param>
    /// <param name="isForced">True to set also those of triggers that are not automatic.</param>
    public static void Set(JsonObject config, ITagLookup tags, bool isForced)
    {
        foreach (var trigger in config.FindItems("spec", "triggers"))
        {
            if (trigger.FindText("type") == DeploymentTriggerPolicy.ImageChangeType
                && trigger.FindObject("imageChangeParams") is { } change
                && (isForced || change.IsTrue("automatic")))
            {
                Set(config, change, tags);
            }
        }
    }

    private static void Set(JsonObject config, JsonObject change, ITagLookup tags)
    {
        var ns = change.FindText("from", "namespace") ?? config.FindText("metadata", "namespace") ?? "";
        var image = tags.Find(ns, change.FindText("from", "name") ?? "").PullSpec;
        if (string.IsNullOrEmpty(image))
        {
            return;
        }

        change["lastTriggeredImage"] = image;
        var names = (change["containerNames"] as JsonArray ?? []).Select(static name => (string?)name).ToHashSet();
        foreach (var container in ContainerLists
            .SelectMany(list => config.FindItems("spec", "template", "spec", list))
            .Where(container => names.Contains(container.FindText("name"))))
        {
            container["image"] = image;
        }
    }
}
