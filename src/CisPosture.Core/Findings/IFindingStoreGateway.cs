namespace CisPosture.Findings;

/// <summary>Opens stores of findings. The module owns this contract; CisPosture.Store implements it behind its own load context.</summary>
public interface IFindingStoreGateway
{
    /// <summary>Opens a store, and makes it where there is none.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="isPrivateFolder">Whether a folder that is made for it is kept from other users, too.</param>
    /// <returns>The store.</returns>
    /// <exception cref="PostureException">The file is no store, is of a later version, or cannot be written.</exception>
    IFindingStore OpenOrCreate(string path, bool isPrivateFolder);

    /// <summary>Opens a store that exists.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>The store.</returns>
    /// <exception cref="PostureException">There is no store, or it cannot be read.</exception>
    IFindingStore Open(string path);
}
