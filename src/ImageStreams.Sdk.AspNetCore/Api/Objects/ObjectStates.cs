using System.Text.Json.Nodes;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Computes the states that requests lead to: defaults, what belongs to the server, and what is valid.</summary>
/// <remarks>Documents are without the owners of their fields.</remarks>
internal sealed class ObjectStates(ObjectKind kind, ObjectErrors errors, IObjectNaming naming, TimeProvider timeProvider)
{
    private const int MaxPrefixLength = 58;

    private static readonly string[] ServerFields =
        ["uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"];

    /// <summary>Gives a document the form in which the server keeps it, in place.</summary>
    public void Complete(JsonObject document)
    {
        kind.Rules.SetDefaults(document);
        kind.Rules.Normalize(document, kind.ActualSchema.Root);
        (document["kind"], document["apiVersion"]) = (kind.Definition.Kind, kind.Definition.ApiVersion);
    }

    /// <summary>Removes what a client cannot set in a new object, and chooses its name.</summary>
    public void BeginCreate(JsonObject document)
    {
        var metadata = document.GetOrAddObject("metadata");
        foreach (var field in ServerFields)
        {
            metadata.Remove(field);
        }

        var prefix = metadata.FindText("generateName");
        if (string.IsNullOrEmpty(metadata.FindText("name")) && !string.IsNullOrEmpty(prefix))
        {
            metadata["name"] = (prefix.Length > MaxPrefixLength ? prefix[..MaxPrefixLength] : prefix) + naming.CreateSuffix();
        }

        if (kind.HasStatus)
        {
            ResetStatus(document);
        }
    }

    /// <summary>Sets what belongs to the server in a new object, and validates it.</summary>
    public void EndCreate(JsonObject document, ResourceRequest request)
    {
        var metadata = document.GetOrAddObject("metadata");
        metadata["uid"] = naming.CreateUid();
        metadata["creationTimestamp"] = Timestamp.Now(timeProvider).ToString();
        if (kind.CountsGenerations)
        {
            metadata["generation"] = 1;
        }

        kind.Rules.PrepareForCreate(document);
        Validate(document, null);
        Warn(document, request);
    }

    /// <summary>Sets what a writer of the object, or of its status, cannot change to what it was.</summary>
    public void BeginUpdate(JsonObject document, JsonObject old, bool isStatus)
    {
        var metadata = document.GetOrAddObject("metadata");
        var former = old.GetOrAddObject("metadata");
        foreach (var field in ServerFields)
        {
            metadata.CopyFrom(former, field);
        }

        if (isStatus)
        {
            Restore(document, old, static field => field is not ("status" or "metadata"));
            metadata.CopyFrom(former, "labels");
        }
        else if (kind.HasStatus)
        {
            kind.Rules.RestoreStatus(document, old);
        }
    }

    /// <summary>Counts the generation of an object that replaces another, and validates it.</summary>
    public void EndUpdate(JsonObject document, JsonObject old, ResourceRequest request)
    {
        if (request.Subresource == NamespaceRules.Finalize)
        {
            kind.Rules.PrepareForFinalize(document, old);
        }
        else
        {
            kind.Rules.PrepareForUpdate(document, old);
        }

        var isChanged = kind.Rules.ChangesGeneration(document, old);
        if (kind.CountsGenerations && isChanged)
        {
            document.GetOrAddObject("metadata")["generation"] = (old.FindNumber("metadata", "generation") ?? 0) + 1;
        }

        Validate(document, old);
        if (isChanged)
        {
            Warn(document, request);
        }
    }

    /// <summary>Marks an object for deletion, in place.</summary>
    public void MarkDeleted(JsonObject document)
    {
        var metadata = document.GetOrAddObject("metadata");
        metadata.SetMissing("deletionTimestamp", Timestamp.Now(timeProvider).ToString());
        metadata["deletionGracePeriodSeconds"] = 0;
        if (metadata.FindNumber("generation") is > 0 and var generation)
        {
            metadata["generation"] = generation + 1;
        }
    }

    private void Warn(JsonObject document, ResourceRequest request)
    {
        foreach (var warning in kind.Rules.FindWarnings(document))
        {
            request.Warn(warning);
        }
    }

    private void Validate(JsonObject document, JsonObject? old)
    {
        var name = document.FindText("metadata", "name") ?? "";
        var found = MetadataRules.Validate(document, kind).Concat(kind.Rules.Validate(document, old)).ToList();
        if (found.Count > 0)
        {
            throw errors.Invalid(name, found);
        }
    }

    private void ResetStatus(JsonObject document)
    {
        document.Remove("status");
        kind.Rules.Normalize(document, kind.ActualSchema.Root);
    }

    private static void Restore(JsonObject document, JsonObject old, Func<string, bool> isKept)
    {
        foreach (var name in document.Concat(old).Select(field => field.Key).Distinct().Where(isKept).ToList())
        {
            document.CopyFrom(old, name);
        }
    }
}
