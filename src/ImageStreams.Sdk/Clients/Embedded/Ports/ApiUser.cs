using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>The user who makes a request.</summary>
public sealed record ApiUser
{
    /// <summary>The administrator of a cluster: the user of an engine that was not told who asks.</summary>
    public static ApiUser Admin { get; } = new() { Name = "system:admin", Groups = ["system:masters", "system:authenticated"] };

    /// <summary>The name, such as <c>alice</c> or <c>system:serviceaccount:shop:builder</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The UID; empty when the user has none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The groups of the user.</summary>
    public ValueList<string> Groups { get; init; }

    /// <summary>Further facts about the user by their keys, such as <c>authentication.kubernetes.io/credential-id</c>.</summary>
    public ValueMap<ValueList<string>> Extra { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
