using System.Text.Json.Nodes;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Reads the results of patches as records.</summary>
internal static class PatchResults
{
    /// <summary>Patches a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="current">The record.</param>
    /// <param name="patch">The patch; not an apply.</param>
    /// <param name="schema">The structure of the record.</param>
    /// <param name="validation">The way to treat unknown and duplicate fields.</param>
    /// <param name="onWarning">Called for each warning; null to drop them.</param>
    /// <exception cref="PatchException">The text is no patch, does not fit, or the result is no object of its kind.</exception>
    public static T Patch<T>(
        T current, ObjectPatch patch, ObjectSchema schema, FieldValidation validation, Action<string>? onWarning)
        where T : class, IWireObject<T>
    {
        var patched = ObjectPatcher.Change(JsonDocumentTexts.ToTree(current), patch, schema, validation);
        var text = JsonDocumentTexts.WriteUtf8(patched.Object);
        var result = Read<T>(patched, text.Span);
        RequireVersion(patched, schema);
        if (validation != FieldValidation.Ignore)
        {
            patched.Report(patched.Problems.Concat(FindUnknown<T>(patched, text.Span)), validation, onWarning);
        }

        return result;
    }

    /// <summary>Reads an object whose fields were checked.</summary>
    /// <exception cref="PatchException">A value does not have the form of its field, such as a time.</exception>
    public static T Read<T>(JsonObject tree)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(
                JsonDocumentTexts.WriteUtf8(tree).Span, ImageStreamJsonOptions.Default with { KeepUnknownFields = false });
        }
        catch (WireFormatException e)
        {
            throw PatchRefusals.BadRequest(e.Message, e);
        }
    }

    /// <summary>Requires that the result is of the version of the schema, or of that which older clients write.</summary>
    private static void RequireVersion(PatchedObject patched, ObjectSchema schema)
    {
        var version = JsonKinds.GetText(patched.Object["apiVersion"]) ?? "";
        if (!patched.IsOfAnyKind && version.Length > 0 && version != schema.ApiVersion && version != schema.Version)
        {
            throw patched.CreateError($"no kind \"{schema.Kind}\" is registered for version {GoQuotes.Quote(version)}");
        }
    }

    private static T Read<T>(PatchedObject patched, ReadOnlySpan<byte> text)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(text, ImageStreamJsonOptions.Default with
            {
                KeepUnknownFields = false,
                CheckKind = !patched.IsOfAnyKind,
            });
        }
        catch (WireFormatException e)
        {
            throw patched.CreateError(e.Message, e);
        }
    }

    private static IEnumerable<string> FindUnknown<T>(PatchedObject patched, ReadOnlySpan<byte> text)
        where T : class, IWireObject<T>
    {
        var problems = FieldProblems.Find(text, T.Type).Select(FieldProblemTexts.Describe);
        return patched.IsOfAnyKind ? problems.Order(StringComparer.Ordinal) : problems;
    }
}
