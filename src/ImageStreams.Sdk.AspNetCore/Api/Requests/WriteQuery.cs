using System.Text;
using ImageStreams.Clients;
using ImageStreams.Patching;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the options of a write from its query.</summary>
internal static class WriteQuery
{
    /// <summary>Reads the options of a creation, an update or a patch.</summary>
    /// <param name="request">The request.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="isApply">True for a server-side apply, which needs a manager.</param>
    /// <param name="warn">The receiver of warnings.</param>
    /// <exception cref="ApiException">An option is not valid (422).</exception>
    public static WriteOptions Read(HttpRequest request, string verb, bool isApply, Action<string> warn)
    {
        var query = new QueryValues(request.Query);
        var errors = new OptionErrors(GetKind(verb));
        CheckManager(query.Text("fieldManager") ?? "", isApply, errors);
        var isDryRun = ReadDryRun(query.All("dryRun"), errors);
        var validation = ReadValidation(query.Text("fieldValidation") ?? "", errors);
        errors.ThrowIfAny();
        return new WriteOptions
        {
            DryRun = isDryRun,
            FieldManager = query.NonEmpty("fieldManager") ?? FieldManagerNames.FromUserAgent(request.Headers.UserAgent.ToString()),
            Force = query.Truth("force") ?? false,
            FieldValidation = validation,
            OnWarning = warn,
        };
    }

    /// <summary>Reads whether only the effect of a request is asked for; every value but <c>All</c> is refused.</summary>
    public static bool ReadDryRun(IReadOnlyList<string> values, OptionErrors errors)
    {
        if (values.Any(value => value != "All"))
        {
            errors.RefuseUnsupported("dryRun", $"[{string.Join(",", values.Select(GoQuote.Format))}]", "All");
        }

        return values.Count > 0;
    }

    private static string GetKind(string verb) => verb switch
    {
        ResourceVerbs.Create => "CreateOptions",
        ResourceVerbs.Update => "UpdateOptions",
        _ => "PatchOptions",
    };

    private static void CheckManager(string manager, bool isRequired, OptionErrors errors)
    {
        if (isRequired && manager.Length == 0)
        {
            errors.Require("fieldManager", "is required for apply patch");
        }

        if (Encoding.UTF8.GetByteCount(manager) > FieldOwners.MaxManagerLength)
        {
            errors.RefuseTooLong("fieldManager", FieldOwners.MaxManagerLength);
        }

        if (FieldManagerNames.FindUnprintable(manager) is { } found)
        {
            errors.Refuse("fieldManager", manager, $"invalid character U+{found.Character.Value:X4} (at position {found.Position})");
        }
    }

    private static FieldValidation ReadValidation(string validation, OptionErrors errors)
    {
        if (validation is not ("" or "Ignore" or "Strict" or "Warn"))
        {
            errors.RefuseUnsupported("fieldValidation", GoQuote.Format(validation), "", "Ignore", "Strict", "Warn");
        }

        return validation switch
        {
            "Strict" => FieldValidation.Strict,
            "Ignore" => FieldValidation.Ignore,
            _ => FieldValidation.Warn,
        };
    }
}
