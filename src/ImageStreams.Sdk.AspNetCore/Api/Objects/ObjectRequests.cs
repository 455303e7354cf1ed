using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the objects that requests send.</summary>
internal sealed class ObjectRequests(ObjectKind kind, ObjectErrors errors)
{
    /// <summary>Reads the object of a creation or a replacement, with the type and the namespace of the request.</summary>
    /// <exception cref="ApiException">The body is no object of the kind, or of another namespace (400).</exception>
    public JsonObject ReadObject(ResourceRequest request)
    {
        var body = ParseBody(request);
        RequireType(body, kind.Definition);
        var check = Check(body);
        if (check.WrongType is { } wrong)
        {
            throw errors.Unreadable(wrong);
        }

        Report(check.Unknown, request);
        Place(body, request);
        return body;
    }

    /// <summary>Compares a document with the schema of the kind.</summary>
    public FieldCheck Check(JsonObject document) => kind.Rules.Check(document, kind.ActualSchema.Root);

    /// <summary>Requires the namespace of the path, and sets it where the object has none.</summary>
    /// <exception cref="ApiException">The object is of another namespace (400).</exception>
    public static void Place(JsonObject document, ResourceRequest request)
    {
        RequireNamespace(document, request);
        var metadata = document.GetOrAddObject("metadata");
        metadata.Remove("namespace");
        if (request.Namespace is not null)
        {
            metadata["namespace"] = request.Namespace;
        }
    }

    /// <summary>Requires the namespace of the path, where the object names one.</summary>
    /// <exception cref="ApiException">The object is of another namespace (400).</exception>
    public static void RequireNamespace(JsonObject document, ResourceRequest request)
    {
        var ns = document.FindText("metadata", "namespace");
        if (!string.IsNullOrEmpty(ns) && ns != request.Namespace)
        {
            throw ServedErrors.BadRequest(
                "the namespace of the provided object does not match the namespace sent on the request");
        }
    }

    /// <summary>Requires the name of the path, and sets it where the object has none.</summary>
    /// <param name="document">The object.</param>
    /// <param name="name">The name of the path.</param>
    /// <param name="isRequired">True when the object must have its name.</param>
    /// <exception cref="ApiException">The object has another name, or none (400).</exception>
    public static void RequireName(JsonObject document, string name, bool isRequired)
    {
        var metadata = document.GetOrAddObject("metadata");
        var sent = metadata.FindText("name");
        if (string.IsNullOrEmpty(sent) && isRequired)
        {
            throw ServedErrors.BadRequest(
                $"the name of the object ( based on URL) was undeterminable: name must be provided");
        }

        if (!string.IsNullOrEmpty(sent) && sent != name)
        {
            throw ServedErrors.BadRequest($"the name of the object ({sent}) does not match the name on the URL ({name})");
        }

        metadata["name"] = name;
    }

    /// <summary>Reads the body of a request as an object of any fields.</summary>
    /// <exception cref="ApiException">The body is no JSON object (400).</exception>
    public static JsonObject ParseBody(ResourceRequest request)
    {
        try
        {
            // A merge into nothing is the object itself, without nulls, and with the last of fields that are named twice.
            var patch = new ObjectPatch { Type = PatchType.Merge, Utf8Json = request.Body };
            var read = ObjectPatcher.Patch([], patch, NoFields, request.Write.FieldValidation);
            read.Report(read.Problems, FieldValidation.Warn, request.Warn);
            return read.Object;
        }
        catch (PatchException e)
        {
            throw ServedErrors.BadRequest(e.Message);
        }
    }

    private void Report(IReadOnlyList<string> unknown, ResourceRequest request)
    {
        var problems = unknown.Select(static field => $"unknown field \"{field}\"").ToList();
        if (problems.Count > 0 && request.Write.FieldValidation == FieldValidation.Strict)
        {
            throw errors.Unreadable($"strict decoding error: {string.Join(", ", problems)}");
        }

        if (request.Write.FieldValidation == FieldValidation.Warn)
        {
            problems.ForEach(request.Warn);
        }
    }

    /// <summary>Requires the kind and version of a resource where an object names them, and sets them.</summary>
    /// <exception cref="ApiException">The object is of another kind or version (400).</exception>
    public static void RequireType(JsonObject body, ResourceDefinition definition)
    {
        var version = body.FindText("apiVersion");
        if (!string.IsNullOrEmpty(version) && version != definition.ApiVersion)
        {
            throw ServedErrors.BadRequest(
                $"the API version in the data ({version}) does not match the expected API version ({definition.ApiVersion})");
        }

        var type = body.FindText("kind");
        if (!string.IsNullOrEmpty(type) && type != definition.Kind)
        {
            throw ServedErrors.BadRequest(
                $"{type} in version \"{definition.Version}\" cannot be handled as a {definition.Kind}: the kind is another one");
        }

        (body["kind"], body["apiVersion"]) = (definition.Kind, definition.ApiVersion);
    }

    /// <summary>The structure of an object of any fields.</summary>
    public static Schemas.ObjectSchema NoFields { get; } = new()
    {
        Group = "",
        Version = "v1",
        Kind = "Object",
        Root = new Schemas.FieldSchema.Struct("", []),
    };
}
