using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>The result of a patch, before it is read as an object of its kind.</summary>
public sealed record PatchedObject
{
    /// <summary>The patched object; a tree of its own.</summary>
    public required JsonObject Object { get; init; }

    /// <summary>
    /// The problems of the patch's own text, such as <c>duplicate field "spec"</c>, in its order; at most 100, and none when they
    /// are ignored.
    /// </summary>
    public ValueList<string> Problems { get; init; }

    /// <summary>The text by which errors cite the result.</summary>
    internal Func<string> Text { get; init; } = static () => "";

    /// <summary>Gets a value indicating whether the result is not checked for its kind, as that of a strategic merge.</summary>
    internal bool IsOfAnyKind { get; init; }

    /// <summary>Creates the error for a result that is no object of its kind (422, with the cause <c>patch</c>).</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="innerException">The cause, or null for none.</param>
    public PatchException CreateError(string reason, Exception? innerException = null) =>
        PatchRefusals.Result(Text(), reason, innerException);

    /// <summary>Reports problems as a server does: as warnings, or as an error.</summary>
    /// <param name="problems">The problems of the patch and of the result.</param>
    /// <param name="validation">The way to treat them.</param>
    /// <param name="onWarning">Called for each warning; null to drop them.</param>
    /// <exception cref="PatchException">There is a problem, and the validation is strict.</exception>
    public void Report(IEnumerable<string> problems, FieldValidation validation, Action<string>? onWarning)
    {
        ArgumentNullException.ThrowIfNull(problems);

        var all = problems.ToList();
        if (validation == FieldValidation.Strict && all.Count > 0)
        {
            throw CreateError($"strict decoding error: {string.Join(", ", all)}");
        }

        if (validation == FieldValidation.Warn)
        {
            all.ForEach(onWarning ?? (static _ => { }));
        }
    }
}
