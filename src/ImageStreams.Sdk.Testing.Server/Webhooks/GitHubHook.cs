using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Webhooks that GitHub calls: pushes to the branch of a configuration start builds, and pings are answered.</summary>
internal sealed class GitHubHook : BuildHook
{
    public override string Name => "github";

    public override string CauseField => "githubWebHook";

    public override string Message => "GitHub WebHook";

    public override HookDelivery? Read(JsonObject config, JsonObject trigger, HookCall call)
    {
        if (!call.IsJson)
        {
            throw ServedErrors.BadRequest($"unsupported Content-Type {call.ContentType}");
        }

        var name = call.FindHeader("X-GitHub-Event") ?? call.FindHeader("X-Gogs-Event");
        return name switch
        {
            null => throw ServedErrors.BadRequest("missing X-GitHub-Event or X-Gogs-Event"),
            "ping" => null,
            "push" => ReadPush(config, call.ReadObject()),
            _ => throw ServedErrors.BadRequest($"Unknown X-GitHub-Event or X-Gogs-Event {name}"),
        };
    }

    private static HookDelivery? ReadPush(JsonObject config, JsonObject push)
    {
        if (!IsBuilt(config, push.FindText("ref")))
        {
            return null;
        }

        var head = push.FindObject("head_commit") ?? [];
        return new HookDelivery(CreateRevision(push.FindText("after") ?? head.FindText("id"), head));
    }
}
