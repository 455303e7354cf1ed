using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Testing.Server;

/// <summary>Webhooks that anybody can call: a body with a commit and variables is welcome, and one that cannot be read is ignored.</summary>
internal sealed class GenericHook : BuildHook
{
    public override string Name => "generic";

    public override string CauseField => "genericWebHook";

    public override string Message => "Generic WebHook";

    public override HookDelivery? Read(JsonObject config, JsonObject trigger, HookCall call)
    {
        if (call.Body.IsEmpty || !call.IsJson || Read(call) is not { } body)
        {
            return new HookDelivery();
        }

        var env = trigger.IsTrue("allowEnv") ? body["env"] as JsonArray : null;
        if (body.FindObject("git") is not { } git)
        {
            return new HookDelivery(null, env);
        }

        var commit = git["refs"] is JsonArray
            ? git.FindItems("refs").FirstOrDefault(one => IsBuilt(config, one.FindText("ref")))
            : Select(config, git);
        return commit is null ? null : new HookDelivery(CreateRevision(commit.FindText("commit"), commit), env);
    }

    private static JsonObject? Read(HookCall call)
    {
        try
        {
            return call.ReadObject();
        }
        catch (ApiException)
        {
            return null;
        }
    }

    private static JsonObject? Select(JsonObject config, JsonObject git) => IsBuilt(config, git.FindText("ref")) ? git : null;
}
