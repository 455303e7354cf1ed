using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>A type of webhooks of build configurations.</summary>
internal abstract class BuildHook
{
    private const string DefaultBranch = "master";
    private const string Branches = "refs/heads/";

    /// <summary>The name in paths, and of the field of the triggers of this type, such as <c>github</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The name of the field of the cause, such as <c>githubWebHook</c>.</summary>
    public abstract string CauseField { get; }

    /// <summary>The cause of the builds in words.</summary>
    public abstract string Message { get; }

    /// <summary>Reads the delivery of an authentic call.</summary>
    /// <param name="config">The build configuration.</param>
    /// <param name="trigger">The trigger whose secret it was.</param>
    /// <param name="call">The call.</param>
    /// <returns>The revision and the variables of the build; null to start none.</returns>
    /// <exception cref="Clients.ApiException">The delivery cannot be read (400).</exception>
    public abstract HookDelivery? Read(JsonObject config, JsonObject trigger, HookCall call);

    /// <summary>Determines whether a branch is the one that a configuration builds.</summary>
    protected static bool IsBuilt(JsonObject config, string? branch)
    {
        var built = config.FindText("spec", "source", "git", "ref") is { Length: > 0 } named ? named : DefaultBranch;
        return WithoutPrefix(branch ?? "") == WithoutPrefix(built);
    }

    /// <summary>Creates the revision of a commit.</summary>
    /// <param name="commit">The digest of the commit.</param>
    /// <param name="source">The object with its <c>author</c>, <c>committer</c> and <c>message</c>.</param>
    protected static JsonObject CreateRevision(string? commit, JsonObject source)
    {
        var git = new JsonObject { ["commit"] = commit };
        foreach (var person in (string[])["author", "committer"])
        {
            if (source.FindObject(person) is { } known)
            {
                git[person] = new JsonObject { ["name"] = known.FindText("name"), ["email"] = known.FindText("email") };
            }
        }

        git["message"] = source.FindText("message");
        return new JsonObject { ["type"] = "Git", ["git"] = git };
    }

    private static string WithoutPrefix(string branch) =>
        branch.StartsWith(Branches, StringComparison.Ordinal) ? branch[Branches.Length..] : branch;
}
