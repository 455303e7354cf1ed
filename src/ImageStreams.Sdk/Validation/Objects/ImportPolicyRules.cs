namespace ImageStreams.Validation;

/// <summary>Validates <c>importPolicy</c>.</summary>
internal static class ImportPolicyRules
{
    /// <summary>Checks the import policy of an object.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="path">The path of the object with the policy.</param>
    /// <param name="errors">The collection to add errors to.</param>
    public static void Check(TagImportPolicy policy, in FieldPath path, FieldErrors errors)
    {
        var mode = policy.ImportMode;
        if (mode != default && mode != ImportMode.Legacy && mode != ImportMode.PreserveOriginal)
        {
            errors.Invalid(path.Child("importPolicy", "importMode"), mode.Text,
                "The mode must be Legacy, to import the image of one platform, PreserveOriginal, to import the whole "
                + "index, or absent.");
        }
    }
}
